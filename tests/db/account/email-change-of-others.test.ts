import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tokenHash } from "@/lib/crypto/token";
import { makeMember, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { halfSession } from "@/tests/support/factories/factor";
import { makeLinks } from "@/tests/support/factories/mail-links";
import { firstValue } from "@/tests/support/rolled-back";
import { whileOpen } from "@/tests/support/while-open";

type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

const long = new Date("2026-01-01");
const member = async () => makeMember(await makeProvider(), "owner");

/** A change of a person's e-mail, which waits unless it says otherwise. */
async function change(person: string, changes: object = {}) {
  const [id, old_hash, new_hash] = [randomUUID(), randomBytes(16), randomBytes(16)];
  await owner`insert into email_change ${owner({
    ...{ id, person_id: person, email_sealed: "x", old_hash, new_hash, expires_at: new Date("2099-01-01") },
    ...changes,
  })}`;
  return { id, old: old_hash, fresh: new_hash };
}
const rowOf = async (id: string) =>
  (
    await owner`select ended_at, done_at, email_sealed is null as empty
  from email_change where id = ${id}`
  )[0];
const waiting = { ended_at: null, done_at: null, empty: false };
const confirm = (hash: Buffer, email = someEmail()) =>
  firstValue<string>(owner`select confirm_email_change(${hash}, ${email}, '[]', 'x')`);
const stop = (hash: Buffer) => firstValue<string>(owner`select stop_email_change(${hash}, 'x')`);
const read = async (hash: Buffer) =>
  (await owner`select side, state, confirmed from read_email_change(${hash})`)[0];

test("another change ends one's own that waits, and nothing that is done, ended or somebody else's", async () => {
  const [mine, other] = [await member(), await member()];
  const [done, ended] = [
    await change(mine.personId, { done_at: long }),
    await change(mine.personId, { ended_at: long }),
  ];
  const [open, theirs] = [await change(mine.personId), await change(other.personId)];
  const hash = tokenHash(await halfSession(mine.personId, false));
  const asked = owner`select request_email_change(${hash}, gen_random_uuid(), ${someEmail()}, 'x', ${randomBytes(16)},
    ${randomBytes(16)}, 3600, '[]', '[]', 'x')`;
  expect(await firstValue<string>(asked)).toBe("done");
  expect(await rowOf(open.id)).toMatchObject({ ended_at: expect.any(Date), empty: true });
  expect(await rowOf(done.id)).toEqual({ ...waiting, done_at: long });
  expect(await rowOf(ended.id)).toEqual({ ...waiting, ended_at: long });
  expect(await rowOf(theirs.id)).toEqual(waiting);
});

test("a change counts with both mailboxes, of its own person, and ends their links of passwords", async () => {
  const [mine, other] = [await member(), await member()];
  const [own, theirs] = [await change(mine.personId), await change(other.personId)];
  const links = await makeLinks("password", mine.personId, other.personId);
  const email = someEmail();
  expect(await read(own.old)).toEqual({ side: "old", state: "ok", confirmed: false });
  expect([await confirm(own.old, email), await confirm(own.old, email)]).toEqual(["waiting", "waiting"]);
  expect([(await read(own.old))?.confirmed, await read(own.fresh)]).toEqual([
    true,
    { side: "new", state: "ok", confirmed: false },
  ]);
  expect(await confirm(own.fresh, email)).toBe("done");
  expect((await read(own.old))?.state).toBe("used");
  expect([await confirm(own.fresh, email), await stop(own.old)]).toEqual(["gone", "gone"]);
  expect(await links()).toEqual(["own"]);
  expect(await rowOf(theirs.id)).toEqual(waiting);
  const emails = await owner`select email from person where id in ${owner([mine.personId, other.personId])}`;
  expect(emails.map((row) => row.email).sort()).toEqual([email, other.email].sort());
});

test("a change is stopped once by either mailbox, and none that is over or of somebody who is disabled is confirmed", async () => {
  const [mine, other] = [await member(), await member()];
  const [own, theirs] = [await change(mine.personId), await change(other.personId)];
  expect([await stop(own.fresh), await stop(own.old)]).toEqual(["done", "gone"]);
  expect([(await read(own.old))?.state, await confirm(own.old)]).toEqual(["cancelled", "gone"]);
  expect(await rowOf(theirs.id)).toEqual(waiting);
  expect([await stop(randomBytes(16)), await read(randomBytes(16))]).toEqual(["gone", undefined]);
  await owner`update email_change set expires_at = now() where id = ${theirs.id}`;
  expect([(await read(theirs.old))?.state, await confirm(theirs.old)]).toEqual(["expired", "gone"]);
  await owner`update email_change set expires_at = '2099-01-01', old_confirmed_at = now() where id = ${theirs.id}`;
  await owner`update person set disabled_at = now() where id = ${other.personId}`;
  expect([await read(theirs.old), await confirm(theirs.fresh)]).toEqual([undefined, "gone"]);
});

test("of two changes that are asked for at the same moment the second ends the first", async () => {
  const { personId } = await member();
  const [one, two] = [
    tokenHash(await halfSession(personId, false)),
    tokenHash(await halfSession(personId, false)),
  ];
  const ask = (hash: Buffer) => (sql: Sql) =>
    firstValue<string>(sql`select request_email_change(${hash}, gen_random_uuid(), ${someEmail()}, 'x',
      ${randomBytes(16)}, ${randomBytes(16)}, 3600, '[]', '[]', 'x')`);
  expect(await whileOpen(ask(one), ask(two))).toBe("done");
  const open = owner`select from email_change where person_id = ${personId} and ended_at is null`;
  expect(await open).toHaveLength(1);
});
