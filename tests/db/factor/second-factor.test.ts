import { expect, test } from "vitest";
import { doorDatabase, publicDatabase } from "@/db/client";
import { findSessionActor, findSessionPage } from "@/db/queries/session";
import { endFactor, listFactors } from "@/domain/factor/keep";
import { proveByCode, proveByPassword } from "@/domain/factor/prove";
import { readFactorSession } from "@/domain/factor/session";
import { beginTotp, confirmTotp, readPendingTotp } from "@/domain/factor/totp";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { totpCode } from "@/lib/crypto/totp";
import {
  browser,
  mailsTo,
  makeMember,
  makeProvider,
  owner,
  PASSWORD,
  someAddress,
} from "@/tests/support/factories/account";
import {
  agedProof,
  enrol,
  enrolled,
  factorSession,
  halfSession,
  notice,
  someDevice,
  stepNow,
} from "@/tests/support/factories/factor";
import { logOf, makeOfficial } from "@/tests/support/officials";

const actorOf = (token: string) => findSessionActor(doorDatabase(), tokenHash(token));
const provenIn = async (token: string) =>
  (await findSessionPage(publicDatabase(), { tokenHash: tokenHash(token), counter: null, lookup: null }))
    .proven;
const typed = (text: string) => ({ kind: "totp" as const, text });
const prove = async (token: string, code: string, from = browser(), known: string | null = null) =>
  proveByCode(token, await factorSession(token), typed(code), from, known);

test("the password alone opens no page to a person of the caja, until a factor is enrolled and then proven", async () => {
  const { personId } = await makeOfficial("officer");
  const half = await halfSession(personId);
  expect(await actorOf(half)).toBeNull();
  expect(await factorSession(half)).toMatchObject({ waits: true, mayEnrol: true, totp: false });
  const { token, secret } = await enrol(half);
  expect(token).not.toBe(half);
  expect(await actorOf(half)).toBeNull();
  expect(await actorOf(token)).toMatchObject({ personId });
  const next = await halfSession(personId);
  expect(await actorOf(next)).toBeNull();
  const { token: whole } = await prove(next, totpCode(secret, (await stepNow()) + 1));
  expect(await actorOf(whole)).toMatchObject({ personId });
  expect(await provenIn(whole)).toBe(true);
  expect((await logOf(personId)).map(({ action }) => action)).toEqual([
    "session.begun",
    "factor.added",
    "session.opened",
    "session.begun",
    "session.opened",
  ]);
});

test("who has a factor cannot enrol another one with the password alone, nor after it ended", async () => {
  const { personId, secret } = await enrolled();
  const half = await halfSession(personId);
  await expect(beginTotp(half)).rejects.toMatchObject({ code: "proof_needed" });
  await owner`update factor set ended_at = now(), secret = null where person_id = ${personId}`;
  await expect(beginTotp(half)).rejects.toMatchObject({ code: "proof_needed" });
  await expect(prove(half, totpCode(secret, (await stepNow()) + 1))).rejects.toMatchObject({
    code: "wrong_code",
  });
});

test("of twenty wrong codes at once on one unknown device five are compared; a known device is not kept out", async () => {
  const { personId, secret } = await enrolled();
  const from = { ip: someAddress(), userAgent: "vitest" };
  const half = await halfSession(personId);
  const wrong = totpCode(secret, (await stepNow()) - 1000);
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => prove(half, wrong, from)));
  const codes = tries.map((tried) => (tried.status === "rejected" ? tried.reason.code : "in"));
  expect(codes.filter((code) => code !== "too_many_attempts")).toHaveLength(5);
  const right = totpCode(secret, (await stepNow()) + 1);
  await expect(prove(half, right, from)).rejects.toMatchObject({ code: "too_many_attempts" });
  // From anywhere else too: the account's budget of unknown devices pauses.
  await expect(prove(half, right)).rejects.toMatchObject({ code: "too_many_attempts" });
  expect(await actorOf((await prove(half, right, from, someDevice())).token)).toMatchObject({ personId });
  const refused = (await logOf(personId)).filter(({ action }) => action === "factor.refused");
  expect(refused).toHaveLength(5);
});

test("four wrong codes and a right one spend nothing of the right one; a fifth wrong one makes wait five minutes", async () => {
  const { personId, secret } = await enrolled();
  const device = someDevice();
  const half = await halfSession(personId);
  const wrong = totpCode(secret, (await stepNow()) - 1000);
  for (let time = 0; time < 3; time++)
    await expect(prove(half, wrong, browser(), device)).rejects.toMatchObject({ code: "wrong_code" });
  await expect(prove(half, wrong, browser(), device)).rejects.toMatchObject({
    code: "last_code",
    minutes: 5,
  });
  const { token } = await prove(half, totpCode(secret, (await stepNow()) + 1), browser(), device);
  await expect(prove(token, wrong, browser(), device)).rejects.toMatchObject({
    code: "wrong_code",
    until: expect.any(Date),
  });
  await expect(prove(token, wrong, browser(), device)).rejects.toMatchObject({ code: "too_many_attempts" });
});

test("a session waits for its factor for 15 minutes, and a new secret for its first code for an hour", async () => {
  const { personId } = await makeOfficial("officer");
  const half = await halfSession(personId);
  await owner`update session set created_at = now() - interval '14 minutes 50 seconds' where person_id = ${personId}`;
  expect(await readFactorSession(half)).not.toBeNull();
  await beginTotp(half);
  const session = await factorSession(half);
  const first = await readPendingTotp(half, session, "Portal");
  await beginTotp(half);
  expect(await readPendingTotp(half, session, "Portal")).toEqual(first);
  await owner`update factor set created_at = now() - interval '1 hour' where person_id = ${personId}`;
  expect(await readPendingTotp(half, session, "Portal")).toBeNull();
  await beginTotp(half);
  expect((await readPendingTotp(half, session, "Portal"))?.secret).not.toBe(first?.secret);
  await owner`update session set created_at = now() - interval '15 minutes' where person_id = ${personId}`;
  expect(await readFactorSession(half)).toBeNull();
});

test("a proof holds for five minutes; an old one lets nobody add, end or renew a factor", async () => {
  const { personId, token } = await enrolled();
  await agedProof(personId, 4);
  expect(await provenIn(token)).toBe(true);
  await agedProof(personId, 5);
  expect(await provenIn(token)).toBe(false);
  expect(await actorOf(token)).toMatchObject({ personId });
  const session = await factorSession(token);
  const [factor] = await listFactors(token);
  const old = { code: "proof_needed" };
  await expect(beginTotp(token)).rejects.toMatchObject(old);
  await expect(endFactor(token, session, factor?.factorId ?? "", notice, browser())).rejects.toMatchObject(
    old,
  );
});

test("the only factor of a person of the caja stays; a provider's owner ends theirs and is told by mail", async () => {
  const official = await enrolled();
  const [own] = await listFactors(official.token);
  await expect(
    endFactor(official.token, await factorSession(official.token), own?.factorId ?? "", notice, browser()),
  ).rejects.toMatchObject({ code: "last_factor" });
  const { personId, email } = await makeMember(await makeProvider(), "owner");
  const { token } = await enrol(await halfSession(personId, false));
  const [factor] = await listFactors(token);
  expect(factor).toMatchObject({ kind: "totp" });
  const half = await halfSession(personId, false);
  expect(await actorOf(half)).toBeNull();
  const session = await factorSession(token);
  await endFactor(token, session, factor?.factorId ?? "", notice, browser());
  await expect(endFactor(token, session, factor?.factorId ?? "", notice, browser())).rejects.toMatchObject({
    code: "factor_gone",
  });
  expect(await actorOf(await halfSession(personId, false))).toMatchObject({ personId });
  expect(await mailsTo(email)).toHaveLength(2);
  expect((await logOf(personId)).map(({ action }) => action)).toContain("factor.ended");
  const [left] = await owner`select count(*)::int as secrets from factor
    where person_id = ${personId} and (secret is not null or public_key is not null)`;
  expect(left).toEqual({ secrets: 0 });
});

test("nobody ends the factor of somebody else", async () => {
  const [mine, other] = [await enrolled(), await enrolled()];
  const [factor] = await listFactors(other.token);
  await expect(
    endFactor(mine.token, await factorSession(mine.token), factor?.factorId ?? "", notice, browser()),
  ).rejects.toMatchObject({ code: "factor_gone" });
});

test("the password proves a session of who has no factor, and of nobody else", async () => {
  const { personId } = await makeMember(await makeProvider(), "owner");
  const token = await halfSession(personId, false);
  await agedProof(personId, 6);
  const session = await factorSession(token);
  await expect(proveByPassword(token, session, "no es esta", browser())).rejects.toMatchObject({
    code: "wrong_password",
  });
  expect(await provenIn(token)).toBe(false);
  await proveByPassword(token, session, PASSWORD, browser());
  expect(await provenIn(token)).toBe(true);
  expect((await logOf(personId)).at(-1)).toEqual({ action: "session.proven", detail: { way: "password" } });
  const official = await enrolled();
  await owner`update person set password_hash = ${await hashPassword(PASSWORD)} where id = ${official.personId}`;
  await expect(
    proveByPassword(official.token, await factorSession(official.token), PASSWORD, browser()),
  ).rejects.toMatchObject({ code: "not_allowed" });
});

test("the secret is sealed at rest, and a code of another row's secret opens nothing", async () => {
  const { personId, secret, token } = await enrolled();
  const [row] =
    await owner`select f::text as text, length(secret) as size from factor f where person_id = ${personId}`;
  expect(row?.text).not.toContain(Buffer.from(secret).toString("hex"));
  expect(row?.size).toBeGreaterThan(secret.length);
  const other = await enrolled();
  await owner`update factor set secret = (select secret from factor where person_id = ${other.personId})
    where person_id = ${personId}`;
  await expect(prove(token, totpCode(other.secret, await stepNow()))).rejects.toThrow();
});

test("a first code that is not of the new secret enrols nothing", async () => {
  const { personId } = await makeOfficial("officer");
  const half = await halfSession(personId);
  await beginTotp(half);
  const session = await factorSession(half);
  await expect(confirmTotp(half, session, "000000", notice, browser())).rejects.toMatchObject({
    code: "wrong_first_code",
  });
  expect(await actorOf(half)).toBeNull();
});
