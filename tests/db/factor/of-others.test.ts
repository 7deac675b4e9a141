import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { endFactor, listFactors } from "@/domain/factor/keep";
import { makePaperCodes } from "@/domain/factor/paper-codes";
import { readFactorSession } from "@/domain/factor/session";
import { beginTotp, readPendingTotp } from "@/domain/factor/totp";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { browser, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { enrol, enrolled, factorSession, halfSession, notice } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";
import { whileOpen } from "@/tests/support/while-open";

type Sql = Parameters<Parameters<typeof whileOpen>[0]>[0];

const answer = (query: Promise<Iterable<unknown>>) => firstValue<string>(query);
const codes = async (token: string) => makePaperCodes(token, await factorSession(token), notice, browser());
const openPapers = (personId: string) =>
  owner`select from paper_code_set where person_id = ${personId} and ended_at is null`;
const end = async (token: string, factor: string) =>
  endFactor(token, await factorSession(token), factor, notice, browser());

/** Somebody of a provider, who may end their only factor. */
async function member() {
  const { personId } = await makeMember(await makeProvider(), "owner");
  return { personId, ...(await enrol(await halfSession(personId, false))) };
}

/** Of one who has a confirmed factor, the id that the row has. */
async function factorOf(personId: string): Promise<string> {
  return firstValue<string>(owner`select id from factor where person_id = ${personId} and ended_at is null`);
}

async function addPasskey(personId: string, confirmed = true): Promise<string> {
  const id = randomUUID();
  await owner`insert into factor (id, person_id, kind, confirmed_at, credential_id, public_key, counter)
    values (${id}, ${personId}, 'passkey', ${confirmed ? owner`now()` : null}, ${id}, 'x', 0)`;
  return id;
}

test("a token of no session, and one that still waits for its factor, change nothing of a factor", async () => {
  const { personId } = await enrolled();
  const [half, none] = [tokenHash(await halfSession(personId)), newToken().hash];
  const [factor, code] = [await factorOf(personId), randomBytes(8)];
  const calls = (hash: Buffer) => ({
    password: owner`select pass_password(${hash}, 'x')`,
    end: owner`select end_factor(${hash}, ${factor}, '[]', 'x')`,
    codes: owner`select make_paper_codes(${hash}, gen_random_uuid(), 'x', '{}', '[]', 'x')`,
    begin: owner`select begin_totp(${hash}, gen_random_uuid(), 'x')`,
    confirm: owner`select confirm_totp(${hash}, 'x', ${factor}, totp_step(), '[]', 'x')`,
    totp: owner`select pass_totp(${hash}, 'x', ${factor}, totp_step() + 1, 'x')`,
    paper: owner`select pass_paper_code(${hash}, 'x', gen_random_uuid(), ${code}, 'x')`,
    reset: owner`select use_factor_reset(${hash}, ${code}, 'x')`,
  });
  const no = "not_allowed";
  for (const [name, query] of Object.entries(calls(none))) expect(await answer(query), name).toBe(no);
  const { password, end: ending, codes: making, begin, confirm } = calls(half);
  for (const query of [password, ending, making]) expect(await answer(query)).toBe(no);
  for (const query of [begin, confirm]) expect(await answer(query)).toBe("unproven");
  // Nor does it read a secret that waits beside the factor of before.
  await owner`update factor set kind = 'passkey', credential_id = ${factor}, public_key = 'x', counter = 0
    where id = ${factor}`;
  await owner`insert into factor (person_id, kind, secret) values (${personId}, 'totp', 'x')`;
  expect(await owner`select from read_pending_totp(${half})`).toHaveLength(0);
  expect(await owner`select from read_pending_totp(${none})`).toHaveLength(0);
});

test("a session that nobody used for its time, or of somebody whose access ended, opens no page of factors; a long one does", async () => {
  const { personId, token } = await enrolled();
  await owner`update session set created_at = now() - interval '2 hours' where person_id = ${personId}`;
  expect(await readFactorSession(token)).not.toBeNull();
  await owner`update session set last_seen_at = now() - make_interval(secs => idle_seconds - 60)
    where person_id = ${personId}`;
  expect(await readFactorSession(token)).not.toBeNull();
  await owner`update session set last_seen_at = now() - make_interval(secs => idle_seconds)
    where person_id = ${personId}`;
  expect(await readFactorSession(token)).toBeNull();
  await owner`update session set last_seen_at = now() where person_id = ${personId}`;
  await owner`update person set disabled_at = now() where id = ${personId}`;
  expect(await readFactorSession(token)).toBeNull();
});

test("the first code counts for one's own new secret, within one step, once", async () => {
  const [mine, other] = [await makeMember(await makeProvider(), "owner"), await member()];
  const token = await halfSession(mine.personId, false);
  const hash = tokenHash(token);
  const theirs = await factorOf(other.personId);
  const pending = await makeMember(await makeProvider(), "owner");
  await beginTotp(await halfSession(pending.personId, false));
  const waiting = await factorOf(pending.personId);
  const passkey = await addPasskey(mine.personId, false);
  const confirm = (factor: string, offset: number) =>
    answer(owner`select confirm_totp(${hash}, 'x', ${factor}, totp_step() + ${offset}::int, '[]', 'x')`);
  expect(await readPendingTotp(token, await factorSession(token), "Portal")).toBeNull();
  for (const factor of [theirs, waiting, passkey]) expect(await confirm(factor, 0)).toBe("gone");
  await beginTotp(token);
  const first = await firstValue<string>(owner`select id from factor
    where person_id = ${mine.personId} and kind = 'totp'`);
  await owner`update factor set created_at = now() - interval '1 hour' where id = ${first}`;
  await beginTotp(token);
  expect(await confirm(first, 0)).toBe("gone");
  const second = await firstValue<string>(owner`select id from factor
    where person_id = ${mine.personId} and kind = 'totp' and ended_at is null`);
  // A secret that waits opens nothing yet, and is in no list.
  expect(await owner`select from read_totp(${hash})`).toHaveLength(0);
  expect(await answer(owner`select pass_totp(${hash}, 'x', ${second}, totp_step(), 'x')`)).toBe("used");
  expect(await listFactors(token)).toEqual([]);
  expect(await factorSession(token)).toMatchObject({ totp: false });
  for (const offset of [-2, 2]) expect(await confirm(second, offset)).toBe("gone");
  expect(await confirm(second, 1)).toBe("done");
  expect(await confirm(second, 1)).toBe("gone");
  expect((await listFactors(token)).map(({ factorId }) => factorId)).toEqual([second]);
  expect(
    await firstValue<boolean>(owner`select confirmed_at is null from factor where id = ${waiting}`),
  ).toBe(true);
});

test("a code counts for one's own factor in use, within one step, and later than the last", async () => {
  const [mine, other] = [await enrolled(), await enrolled()];
  const hash = tokenHash(mine.token);
  const [own, theirs] = [await factorOf(mine.personId), await factorOf(other.personId)];
  await owner`update factor set last_step = null where id in (${own}, ${theirs})`;
  const pass = (factor: string, offset: number) =>
    answer(owner`select pass_totp(${hash}, 'x', ${factor}, totp_step() + ${offset}::int, 'x')`);
  expect(await pass(theirs, 0)).toBe("used");
  for (const offset of [-2, 2]) expect(await pass(own, offset)).toBe("used");
  expect(await pass(own, -1)).toBe("done");
  await owner`update factor set last_step = (select last_step from factor where id = ${own}) where id = ${own}`;
  expect(
    await answer(owner`select pass_totp(${hash}, 'x', id, last_step, 'x') from factor where id = ${own}`),
  ).toBe("used");
  expect(await pass(own, 1)).toBe("done");
  const passkey = await addPasskey(mine.personId);
  expect(await pass(passkey, 1)).toBe("used");
  expect(await owner`select from factor where id = ${theirs} and last_step is null`).toHaveLength(1);
  await owner`update factor set ended_at = now(), last_step = null where id = ${own}`;
  expect(await pass(own, 1)).toBe("used");
  expect(await owner`select from read_totp(${hash})`).toHaveLength(0);
});

test("paper codes end with the last factor, and neither with another one's nor before it", async () => {
  const [mine, other] = [await member(), await member()];
  for (const { token } of [mine, other]) await codes(token);
  const passkey = await addPasskey(mine.personId);
  await addPasskey(other.personId);
  await end(mine.token, passkey);
  expect((await listFactors(mine.token)).map(({ kind }) => kind)).toEqual(["totp"]);
  expect(await openPapers(mine.personId)).toHaveLength(1);
  await codes(mine.token);
  const of = owner`from paper_code_set where person_id = ${mine.personId}`;
  const [first] = await owner`update paper_code_set set ended_at = now() - interval '1 hour'
    where person_id = ${mine.personId} and ended_at is not null returning ended_at`;
  await end(mine.token, await factorOf(mine.personId));
  expect(await openPapers(mine.personId)).toHaveLength(0);
  expect(await openPapers(other.personId)).toHaveLength(1);
  expect(await factorSession(mine.token)).toMatchObject({ papers: 0 });
  expect(await owner`select ended_at ${of} order by ended_at limit 1`).toEqual([first]);
});

test("a person of the caja ends one of two factors, also when both are ended at once one stays", async () => {
  const { personId, token } = await enrolled();
  const [totp, passkey] = [await factorOf(personId), await addPasskey(personId)];
  await codes(token);
  const another = newToken();
  await owner`insert into session (person_id, token_hash, expires_at, idle_seconds, proven_at, factor_at)
    select person_id, ${another.hash}, expires_at, idle_seconds, now(), now() from session
    where token_hash = ${tokenHash(token)}`;
  const late = await whileOpen(
    (sql) => sql`select end_factor(${tokenHash(token)}, ${totp}, '[]', 'x')`,
    (sql) => answer(sql`select end_factor(${another.hash}, ${passkey}, '[]', 'x')`),
  );
  expect(late).toBe("last_factor");
  expect(await openPapers(personId)).toHaveLength(1);
  expect(await findSessionActor(doorDatabase(), tokenHash(token))).toMatchObject({ personId });
});

test("of two who begin an application or make codes at the same moment the second finds what the first made", async () => {
  const { personId } = await makeOfficial("officer");
  const [one, two] = [tokenHash(await halfSession(personId)), tokenHash(await halfSession(personId))];
  const begin = (hash: Buffer) => (sql: Sql) =>
    answer(sql`select begin_totp(${hash}, gen_random_uuid(), 'x')`);
  expect(await whileOpen(begin(one), begin(two))).toBe("done");
  expect(await owner`select from factor where person_id = ${personId}`).toHaveLength(1);
  const { personId: holder, token } = await enrolled();
  const another = newToken().hash;
  await owner`insert into session (person_id, token_hash, expires_at, idle_seconds, proven_at, factor_at)
    values (${holder}, ${another}, '2099-01-01', 3600, now(), now())`;
  const make = (hash: Buffer) => (sql: Sql) =>
    answer(sql`select make_paper_codes(${hash}, gen_random_uuid(), 'x', '{}', '[]', 'x')`);
  expect(await whileOpen(make(tokenHash(token)), make(another))).toBe("done");
  expect(await openPapers(holder)).toHaveLength(1);
});

test("a session's page says who its person is and what they have now, and nothing that ended or is somebody else's", async () => {
  const [official, shop] = [await enrolled(), await member()];
  await addPasskey(shop.personId);
  const state = { waits: false, proven: true, totp: true, papers: 0 };
  expect(await factorSession(official.token)).toMatchObject({ ...state, isCaja: true, passkeys: 0 });
  expect(await factorSession(shop.token)).toMatchObject({ ...state, isCaja: false, passkeys: 1 });
  expect((await factorSession(official.token)).personId).toBe(official.personId);
  await owner`update factor set ended_at = now() where person_id = ${shop.personId}`;
  expect(await factorSession(shop.token)).toMatchObject({ totp: false, passkeys: 0 });
  await addPasskey(shop.personId);
  expect(await factorSession(shop.token)).toMatchObject({ totp: false, passkeys: 1 });
  expect((await listFactors(shop.token)).map(({ kind }) => kind)).toEqual(["passkey"]);
});
