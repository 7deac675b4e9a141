import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import {
  applyFactorReset,
  readFactorReset,
  recoverAdministrator,
  requestFactorReset,
} from "@/domain/factor/reset";
import { tokenHash } from "@/lib/crypto/token";
import { browser, owner } from "@/tests/support/factories/account";
import { enrolled, factorSession, halfSession } from "@/tests/support/factories/factor";
import { grantOf, logOf } from "@/tests/support/officials";

const reason = "Vino con su cédula; perdió el celular";
const compose = () => ({ subject: "x", text: "x" });
const lateBy = (personId: string, minutes: number) =>
  owner`update factor_reset set effective_at = effective_at - make_interval(mins => ${minutes}),
    expires_at = expires_at - make_interval(mins => ${minutes}) where person_id = ${personId}`;

/** A person who lost their factor, and an administrator who lets them enrol another one. */
async function requested() {
  const person = await enrolled();
  const grant = await grantOf("administrator", "people.manage");
  await requestFactorReset(grant, person, reason, compose, browser());
  const reset = await readFactorReset(grant, person.personId);
  if (!reset) throw new Error("no reset is open");
  return { ...person, grant, code: reset.code, resetId: reset.resetId };
}

test("a reset that nobody used in its day may be asked for again, and nobody else's is touched", async () => {
  const [old, other] = [await requested(), await requested()];
  for (const { personId } of [old, other]) await lateBy(personId, 25 * 60);
  await requestFactorReset(old.grant, old, reason, compose, browser());
  const resets = (personId: string) =>
    owner`select (ended_at is null) as open from factor_reset where person_id = ${personId} order by requested_at`;
  expect(await resets(old.personId)).toEqual([{ open: false }, { open: true }]);
  expect(await resets(other.personId)).toEqual([{ open: true }]);
  expect((await readFactorReset(old.grant, old.personId))?.resetId).not.toBe(old.resetId);
});

test("a reset ends what the person had before, of nobody else and nothing that had ended already", async () => {
  const [mine, other] = [await requested(), await enrolled()];
  for (const { token } of [mine, other])
    await makePaperCodes(token, await factorSession(token), compose(), browser());
  const closed = await halfSession(mine.personId);
  const before = new Date("2026-01-01");
  await owner`update session set revoked_at = ${before} where token_hash = ${tokenHash(closed)}`;
  await owner`insert into factor (person_id, kind, ended_at) values (${mine.personId}, 'totp', ${before})`;
  await owner`insert into paper_code_set (person_id, salt, ended_at) values (${mine.personId}, 'x', ${before})`;
  await lateBy(mine.personId, 60);
  const half = await halfSession(mine.personId);
  await expect(applyFactorReset(half, "0000-0000", browser())).rejects.toMatchObject({
    code: "wrong_reset_code",
  });
  await applyFactorReset(half, mine.code, browser());
  const open = (personId: string) => owner`
    select (select count(*)::int from session where person_id = p.id and revoked_at is null) as sessions,
      (select count(*)::int from factor where person_id = p.id and ended_at is null) as factors,
      (select count(*)::int from paper_code_set where person_id = p.id and ended_at is null) as papers,
      (select count(*)::int from session where person_id = p.id and revoked_at = ${before}) as closed,
      (select count(*)::int from factor where person_id = p.id and ended_at = ${before}) as ended,
      (select count(*)::int from paper_code_set where person_id = p.id and ended_at = ${before}) as spent
    from person p where p.id = ${personId}`;
  const none = { sessions: 0, factors: 0, papers: 0, closed: 0, ended: 0, spent: 0 };
  expect(await open(mine.personId)).toEqual([{ ...none, sessions: 1, closed: 1, ended: 1, spent: 1 }]);
  expect(await open(other.personId)).toEqual([{ ...none, sessions: 1, factors: 1, papers: 1 }]);
  expect((await logOf(mine.personId)).map(({ action }) => action)).toContain("factor.refused");
});

test("what waits for an administrator ends when the server lets them in, and nothing of a colleague's does", async () => {
  const [mine, other] = [await enrolled("administrator"), await requested()];
  await requestFactorReset(other.grant, mine, reason, compose, browser());
  const ended = new Date("2026-01-01");
  await owner`insert into factor_reset (person_id, reason, effective_at, expires_at, code_hash, ended_at, used_at)
    values (${mine.personId}, 'x', now(), now(), 'x', ${ended}, null), (${mine.personId}, 'x', now(), now(), 'x', null, now())`;
  const link = async (purpose: string, personId: string, changes = {}) => {
    const [row] = await owner<{ id: string }[]>`insert into mail_link ${owner({
      ...{ purpose, subject_id: personId, token_hash: randomBytes(32), expires_at: "2099-01-01" },
      ...changes,
    })} returning encode(token_hash, 'hex') as id`;
    return row?.id ?? "";
  };
  const own = await link("password", mine.personId);
  const kept = [
    await link("confirm", mine.personId),
    await link("password", other.personId),
    await link("password", mine.personId, { used_at: ended }),
  ];
  const older = await link("password", mine.personId, { superseded_at: ended });
  await recoverAdministrator(mine.email);
  const superseded = owner`select encode(token_hash, 'hex') as id from mail_link
    where superseded_at > ${ended} and encode(token_hash, 'hex') in ${owner([own, older, ...kept])}`;
  expect((await superseded).map(({ id }) => id)).toEqual([own]);
  const resets =
    await owner`select ended_at = ${ended} as before, (ended_at is null) as open, (used_at is null) as unused
    from factor_reset where person_id = ${mine.personId} order by requested_at, ended_at, used_at`;
  expect(resets.filter(({ open }) => open)).toHaveLength(2);
  expect(resets.filter(({ before }) => before)).toHaveLength(1);
  expect((await readFactorReset(other.grant, other.personId))?.resetId).toBe(other.resetId);
  expect(
    await owner`select from session where person_id = ${mine.personId} and revoked_at is null`,
  ).toHaveLength(0);
});
