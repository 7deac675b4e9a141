import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findSessionActor } from "@/db/queries/session";
import { makeMember, makeProvider, makeSession, owner } from "@/tests/support/factories/account";

const member = async () => makeMember(await makeProvider(), "owner");

/** When each session was last seen and closed, as seconds before now; null: open. */
async function stateOf(...sessions: Buffer[]) {
  const rows = await owner<{ token_hash: Buffer; seen: number; closed: number | null }[]>`
    select token_hash, round(extract(epoch from now() - last_seen_at) / 600)::int as seen,
      round(extract(epoch from now() - revoked_at) / 600)::int as closed
    from session where token_hash in ${owner(sessions)}`;
  return sessions.map((session) => {
    const { seen, closed } = rows.find(({ token_hash }) => token_hash.equals(session)) ?? {};
    return { seen, closed };
  });
}

test("a request keeps its own session alive, and neither a closed one nor that of somebody else", async () => {
  const [ana, luis] = [await member(), await member()];
  const [own, closed, strange] = [
    await makeSession(ana.personId),
    await makeSession(ana.personId),
    await makeSession(luis.personId),
  ];
  await owner`update session set last_seen_at = now() - interval '20 minutes'
    where token_hash in ${owner([own, closed, strange])}`;
  await owner`update session set revoked_at = now() - interval '10 minutes' where token_hash = ${closed}`;
  expect(await findSessionActor(doorDatabase(), own)).toMatchObject({ personId: ana.personId });
  expect(await findSessionActor(doorDatabase(), closed)).toBeNull();
  const left = [
    { seen: 2, closed: 1 },
    { seen: 2, closed: null },
  ];
  expect(await stateOf(own, closed, strange)).toEqual([{ seen: 0, closed: null }, ...left]);
  await call(doorDatabase(), "end_session", { tokenHash: own, ip: "x" });
  await call(doorDatabase(), "end_session", { tokenHash: closed, ip: "x" });
  expect(await stateOf(own, closed, strange)).toEqual([{ seen: 0, closed: 0 }, ...left]);
  const events = await owner`
    select from audit_event where actor_id = ${ana.personId} and action = 'session.closed'`;
  expect(events).toHaveLength(1);
});

test("a session that was left alone ended by that, and one that was in use ended by its age", async () => {
  const { personId } = await member();
  const reason = async (idleSince: string, expired: string) => {
    const session = await makeSession(personId);
    await owner`update session set last_seen_at = now() - ${idleSince}::interval - make_interval(secs => idle_seconds),
      expires_at = now() - ${expired}::interval where token_hash = ${session}`;
    return call(doorDatabase(), "session_end_reason", { tokenHash: session });
  };
  expect(await reason("2 hours", "1 hour")).toBe("idle");
  expect(await reason("1 hour", "2 hours")).toBe("too_old");
  expect(await reason("1 hour", "-1 hour")).toBe("idle");
  expect(await reason("-1 hour", "-1 day")).toBe("no_access");
});
