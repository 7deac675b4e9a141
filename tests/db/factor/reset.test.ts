import { expect, test } from "vitest";
import { cajaDatabase, doorDatabase } from "@/db/client";
import { findFactorWait } from "@/db/queries/caja-settings";
import { findSessionActor } from "@/db/queries/session";
import { saveFactorWait } from "@/domain/caja/save-factor-wait";
import {
  applyFactorReset,
  objectToFactorReset,
  readFactorHolders,
  readFactorReset,
  recoverAdministrator,
  requestFactorReset,
  withdrawFactorReset,
} from "@/domain/factor/reset";
import { beginTotp } from "@/domain/factor/totp";
import { tokenHash } from "@/lib/crypto/token";
import { authorize } from "@/model/access";
import { browser, mailsTo, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { enrol, enrolled, factorSession, halfSession } from "@/tests/support/factories/factor";
import { grantOf, logOf, makeOfficial } from "@/tests/support/officials";

const reason = "Vino con su cédula; perdió el celular";
const lateBy = (personId: string, minutes: number) =>
  owner`update factor_reset set effective_at = effective_at - make_interval(mins => ${minutes}),
    expires_at = expires_at - make_interval(mins => ${minutes}) where person_id = ${personId}`;

/** A person who lost their factor, and an administrator who lets them enrol another one. */
async function requested() {
  const person = await enrolled();
  const grant = await grantOf("administrator", "people.manage");
  let objection = "";
  const compose = (token: string) => {
    objection = token;
    return { subject: "restablecer", text: token };
  };
  await requestFactorReset(grant, person, reason, compose, browser());
  const reset = await readFactorReset(grant, person.personId);
  if (!reset) throw new Error("no reset is open");
  return { ...person, grant, objection, code: reset.code, resetId: reset.resetId };
}

test("another administrator's reset holds after an hour, with its code and the password; then the old factor is gone", async () => {
  const { personId, email, grant, code, token } = await requested();
  expect((await mailsTo(email)).at(-1)?.subject).toBe("restablecer");
  const half = await halfSession(personId);
  await lateBy(personId, 59);
  await expect(applyFactorReset(half, code, browser())).rejects.toMatchObject({ code: "no_reset" });
  await lateBy(personId, 1);
  await expect(beginTotp(half)).rejects.toMatchObject({ code: "proof_needed" });
  await applyFactorReset(half, code.toLowerCase().replace("-", " "), browser());
  expect(await findSessionActor(doorDatabase(), tokenHash(token))).toBeNull();
  expect(await findSessionActor(doorDatabase(), tokenHash(half))).toBeNull();
  const { token: whole } = await enrol(half);
  expect(await findSessionActor(doorDatabase(), tokenHash(whole))).toMatchObject({ personId });
  await expect(applyFactorReset(await halfSession(personId), code, browser())).rejects.toMatchObject({
    code: "no_reset",
  });
  expect((await logOf(personId)).map(({ action }) => action)).toContain("factor.reset");
  expect((await logOf(grant.actor.personId)).at(-1)).toEqual({
    action: "factor.reset_requested",
    detail: { reason },
  });
});

test("a reset ends after a day, after five wrong codes, by the person's objection and by whoever withdraws it", async () => {
  const old = await requested();
  await lateBy(old.personId, 25 * 60);
  await expect(applyFactorReset(await halfSession(old.personId), old.code, browser())).rejects.toMatchObject({
    code: "no_reset",
  });
  const guessed = await requested();
  await lateBy(guessed.personId, 60);
  const half = await halfSession(guessed.personId);
  for (let time = 0; time < 5; time++)
    await expect(applyFactorReset(half, "0000-0000", browser())).rejects.toMatchObject({
      code: "wrong_reset_code",
    });
  await expect(applyFactorReset(half, guessed.code, browser())).rejects.toMatchObject({ code: "no_reset" });
  const objected = await requested();
  await objectToFactorReset(objected.objection, browser());
  await expect(objectToFactorReset(objected.objection, browser())).rejects.toMatchObject({
    code: "reset_over",
  });
  await lateBy(objected.personId, 60);
  await expect(
    applyFactorReset(await halfSession(objected.personId), objected.code, browser()),
  ).rejects.toMatchObject({ code: "no_reset" });
  expect((await logOf(objected.personId)).map(({ action }) => action)).toContain("factor.reset_objected");
  const withdrawn = await requested();
  const shown = { person: withdrawn.personId, reset: withdrawn.resetId };
  // A page that shows a reset which ended before takes back no other one.
  await expect(
    withdrawFactorReset(withdrawn.grant, { ...shown, reset: old.resetId }, browser()),
  ).rejects.toMatchObject({ code: "official_changed" });
  await withdrawFactorReset(withdrawn.grant, shown, browser());
  expect(await readFactorReset(withdrawn.grant, withdrawn.personId)).toBeNull();
  expect((await logOf(withdrawn.grant.actor.personId)).at(-1)?.action).toBe("factor.reset_withdrawn");
});

test("somebody of a provider who has a factor may enrol another one in the same way; who has none or has left may not", async () => {
  const grant = await grantOf("administrator", "people.manage");
  const provider = await makeProvider();
  const [holder, without] = [await makeMember(provider, "owner"), await makeMember(provider, "clerk")];
  const { token } = await enrol(await halfSession(holder.personId, false));
  expect(await readFactorHolders(grant, provider)).toEqual([
    { personId: holder.personId, name: expect.any(String), email: holder.email, role: "owner" },
  ]);
  expect(await readFactorHolders(grant, await makeProvider())).toEqual([]);
  const auditor = await makeOfficial("auditor");
  const forged = { ...authorize({ ...auditor, role: "administrator" }, "people.manage"), actor: auditor };
  expect(await readFactorHolders(forged, provider)).toEqual([]);
  const compose = () => ({ subject: "restablecer", text: "x" });
  await expect(requestFactorReset(grant, without, reason, compose, browser())).rejects.toMatchObject({
    code: "official_not_found",
  });
  await requestFactorReset(grant, holder, reason, compose, browser());
  expect((await mailsTo(holder.email)).at(-1)?.subject).toBe("restablecer");
  const reset = await readFactorReset(grant, holder.personId);
  await lateBy(holder.personId, 60);
  const half = await halfSession(holder.personId, false);
  await applyFactorReset(half, reset?.code ?? "", browser());
  expect(await findSessionActor(doorDatabase(), tokenHash(token))).toBeNull();
  const { token: whole } = await enrol(half);
  expect(await findSessionActor(doorDatabase(), tokenHash(whole))).toMatchObject({
    personId: holder.personId,
  });
  await owner`update membership set removed_at = now() where person_id = ${holder.personId}`;
  await expect(requestFactorReset(grant, holder, reason, compose, browser())).rejects.toMatchObject({
    code: "official_not_found",
  });
});

test("nobody resets their own factor, without the permission, twice at once, or in a session that is whole", async () => {
  const { personId, email, grant, code, token } = await requested();
  const compose = () => ({ subject: "x", text: "x" });
  await expect(
    requestFactorReset(grant, { personId, email }, reason, compose, browser()),
  ).rejects.toMatchObject({
    code: "official_changed",
  });
  const own = { personId: grant.actor.personId, email: grant.actor.email };
  await expect(requestFactorReset(grant, own, reason, compose, browser())).rejects.toMatchObject({
    code: "own_access",
  });
  const auditor = await makeOfficial("auditor");
  const forged = { ...authorize({ ...auditor, role: "administrator" }, "people.manage"), actor: auditor };
  await expect(
    requestFactorReset(forged, { personId, email }, reason, compose, browser()),
  ).rejects.toMatchObject({
    code: "not_allowed",
  });
  await lateBy(personId, 60);
  await expect(applyFactorReset(token, code, browser())).rejects.toMatchObject({ code: "no_reset" });
});

test("on the server the last administrator gets a link and a code; everything of before ends, and it is in the log", async () => {
  const person = await enrolled("administrator");
  expect(await recoverAdministrator("nadie@prueba.example")).toBeNull();
  expect(await recoverAdministrator((await enrolled("officer")).email)).toBeNull();
  const recovered = await recoverAdministrator(person.email.toUpperCase());
  expect(await findSessionActor(doorDatabase(), tokenHash(person.token))).toBeNull();
  const half = await halfSession(person.personId);
  expect(await factorSession(half)).toMatchObject({ totp: false, mayEnrol: false });
  await applyFactorReset(half, recovered?.code ?? "", browser());
  await enrol(half);
  const [line] = await owner`select action, channel, actor_id from audit_event
    where subject_id = ${person.personId} and action = 'factor.recovered'`;
  expect(line).toEqual({ action: "factor.recovered", channel: "console", actor_id: null });
});

test("an administrator sets how long a reset waits, within bounds and of what was shown; earlier ones keep theirs", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const shown = async () => (await findFactorWait(cajaDatabase())).version;
  const set = async (minutes: number, version?: string) =>
    saveFactorWait(grant, { version: version ?? (await shown()), minutes } as never, { ip: "prueba" });
  const before = await shown();
  await set(240);
  const [row] = await owner`select factor_reset_wait() = interval '4 hours' as four`;
  expect(row).toEqual({ four: true });
  await expect(set(30, before)).rejects.toMatchObject({ code: "caja_changed" });
  for (const beyond of [29, 2881, 0]) await expect(set(beyond)).rejects.toThrow();
  const officer = authorize(
    { ...grant.actor, personId: (await makeOfficial("officer")).personId },
    "people.manage",
  );
  await expect(
    saveFactorWait(officer, { version: await shown(), minutes: 60 }, { ip: "prueba" }),
  ).rejects.toMatchObject({ code: "not_allowed" });
  await set(60);
});
