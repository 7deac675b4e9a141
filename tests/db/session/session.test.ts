import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findSessionActor } from "@/db/queries/session";
import { whySessionEnded } from "@/domain/account/session-end";
import { sessionLimits } from "@/domain/account/session-limits";
import { openSessionFor } from "@/domain/account/sign-in";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  makeMember,
  makeProvider,
  makeSession,
  owner,
  someEmail,
} from "@/tests/support/factories/account";

const actorOf = (hash: Buffer) => findSessionActor(doorDatabase(), hash);

async function signedIn() {
  const providerId = await makeProvider();
  const { personId } = await makeMember(providerId, "clerk");
  return { providerId, personId, hash: await makeSession(personId) };
}

test("a provider's session expires after 12 hours without a request", async () => {
  const { hash } = await signedIn();
  await owner`update session set last_seen_at = now() - interval '11 hours 59 minutes' where token_hash = ${hash}`;
  expect(await actorOf(hash)).not.toBeNull();
  await owner`update session set last_seen_at = now() - interval '12 hours' where token_hash = ${hash}`;
  expect(await actorOf(hash)).toBeNull();
});

test("a request extends a session, up to 7 days", async () => {
  const { hash } = await signedIn();
  await owner`update session set last_seen_at = now() - interval '11 hours' where token_hash = ${hash}`;
  await actorOf(hash);
  const [row] = await owner`select now() - last_seen_at < interval '1 minute' as seen,
    expires_at - created_at = interval '7 days' as week from session where token_hash = ${hash}`;
  expect(row).toEqual({ seen: true, week: true });
  await owner`update session set expires_at = now() where token_hash = ${hash}`;
  expect(await actorOf(hash)).toBeNull();
});

test("a session of the caja expires after 30 minutes idle and 12 hours in all", async () => {
  const [person] = await owner`insert into person (email, name, caja_role)
    values (${someEmail()}, 'Funcionaria', 'officer') returning id`;
  const { token } = await openSessionFor(person?.id, true, browser());
  const [row] = await owner`select idle_seconds, extract(epoch from expires_at - created_at)::int as absolute
    from session where token_hash = ${tokenHash(token)}`;
  expect(row).toEqual({
    idle_seconds: sessionLimits.caja.idleSeconds,
    absolute: sessionLimits.caja.absoluteSeconds,
  });
  expect(sessionLimits.caja).toEqual({ idleSeconds: 1800, absoluteSeconds: 43_200, most: 10 });
});

test("a closed session stays closed, and its beginning and end are in the audit log", async () => {
  const { hash, personId } = await signedIn();
  await call(doorDatabase(), "end_session", { tokenHash: hash, ip: "prueba" });
  await call(doorDatabase(), "end_session", { tokenHash: hash, ip: "prueba" });
  expect(await actorOf(hash)).toBeNull();
  const events = await owner`select action from audit_event where actor_id = ${personId} order by seq`;
  expect(events.map(({ action }) => action)).toEqual(["session.opened", "session.closed"]);
});

test("a browser whose session ended is told why, and whoever has no token of ours learns nothing", async () => {
  const opened = async () => {
    const { personId } = await makeMember(await makeProvider(), "clerk");
    const { token } = await openSessionFor(personId, false, browser());
    return { personId, token, hash: tokenHash(token) };
  };
  const [idle, old, closed, disabled] = [await opened(), await opened(), await opened(), await opened()];
  await owner`update session set last_seen_at = now() - interval '12 hours' where token_hash = ${idle.hash}`;
  await owner`update session set expires_at = now() where token_hash = ${old.hash}`;
  await call(doorDatabase(), "end_session", { tokenHash: closed.hash, ip: "prueba" });
  await owner`update person set disabled_at = now() where id = ${disabled.personId}`;
  // Who loses access loses the sessions in the same act.
  const [taken, removed] = [await opened(), await opened()];
  await owner`update session set revoked_at = now() where token_hash in (${taken.hash}, ${removed.hash})`;
  await owner`update person set disabled_at = now() where id = ${taken.personId}`;
  await owner`update membership set removed_at = now() where person_id = ${removed.personId}`;
  for (const { token } of [taken, removed]) expect(await whySessionEnded(token)).toBe("no_access");
  expect(await whySessionEnded(idle.token)).toBe("idle");
  expect(await whySessionEnded(old.token)).toBe("too_old");
  expect(await whySessionEnded(closed.token)).toBe("closed");
  expect(await whySessionEnded(disabled.token)).toBe("no_access");
  expect(await whySessionEnded("nobody's")).toBeNull();
  expect(await whySessionEnded(null)).toBeNull();
});

test("a suspension takes effect on the session's next request", async () => {
  const { hash, providerId } = await signedIn();
  await owner`update provider set suspended_at = now(), suspension_reason = 'prueba' where id = ${providerId}`;
  expect(await actorOf(hash)).toMatchObject({ provider: { suspended: true } });
});

test("a disabled person's session is closed, and they can open none", async () => {
  const { hash, personId } = await signedIn();
  await owner`update person set disabled_at = now() where id = ${personId}`;
  expect(await actorOf(hash)).toBeNull();
  await expect(openSessionFor(personId, false, browser())).rejects.toMatchObject({ code: "bad_credentials" });
});

test("the database stores the digest of a session token, never the token", async () => {
  const { token } = await openSessionFor((await signedIn()).personId, false, browser());
  const [row] = await owner`select count(*)::int as found from session s where s::text like ${`%${token}%`}`;
  expect(row?.found).toBe(0);
});
