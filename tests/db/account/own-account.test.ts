import { expect, test } from "vitest";
import { doorDatabase } from "@/db/client";
import { findSessionActor } from "@/db/queries/session";
import { openSessionFor, signInWithPassword } from "@/domain/account/sign-in";
import { changeOwnPassword } from "@/domain/own-account/change-password";
import { changeOwnProfile, readOwnProfile } from "@/domain/own-account/profile";
import { endOwnSessions, listOwnSessions } from "@/domain/own-account/sessions";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  keepNumbers,
  mailsTo,
  makeMember,
  makePasswordLink,
  makeProvider,
  owner,
  PASSWORD,
} from "@/tests/support/factories/account";
import { agedProof, factorSession, halfSession, notice } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";

const NEW = "cuatro sillas verdes y un paraguas";
const member = async () => makeMember(await makeProvider(), "owner");
const open = async (personId: string) => (await openSessionFor(personId, false, browser())).token;
const isOpen = async (token: string) => (await findSessionActor(doorDatabase(), tokenHash(token))) !== null;
const change = async (token: string, password: string, newPassword: string) =>
  changeOwnPassword(token, await factorSession(token), { password, newPassword }, notice, { ip: "prueba" });
const idOf = async (token: string) => (await factorSession(token)).sessionId;

test("a person changes the password with the present one: other sessions and links end, and a mail says so", async () => {
  const { email, personId } = await member();
  const [own, other, strangers] = [
    await open(personId),
    await open(personId),
    await open((await member()).personId),
  ];
  const link = await makePasswordLink(personId);
  await change(own, PASSWORD, NEW);
  expect([await isOpen(own), await isOpen(other), await isOpen(strangers)]).toEqual([true, false, true]);
  expect(await mailsTo(email)).toEqual([expect.objectContaining({ subject: notice.subject })]);
  const [state] = await owner`
    select superseded_at is not null as dead from mail_link where token_hash = ${tokenHash(link)}`;
  expect(state).toEqual({ dead: true });
  await expect(signInWithPassword({ email, password: PASSWORD }, browser())).rejects.toThrow();
  expect((await signInWithPassword({ email, password: NEW }, browser())).token).not.toBe("");
});

test("without the present password nothing changes, and five wrong ones wait", async () => {
  const { email, personId } = await member();
  const [own, other] = [await open(personId), await open(personId)];
  for (let count = 0; count < 5; count++)
    await expect(change(own, "otra que no es la mía", NEW)).rejects.toMatchObject({
      code: expect.stringMatching(/^(wrong|last)_password$/),
    });
  await expect(change(own, PASSWORD, NEW)).rejects.toMatchObject({ code: "too_many_attempts" });
  expect(await isOpen(other)).toBe(true);
  expect(await mailsTo(email)).toEqual([]);
  expect((await signInWithPassword({ email, password: PASSWORD }, browser())).token).not.toBe("");
});

test("the new password is neither the present one nor made of what is known of the person", async () => {
  const { personId } = await member();
  await owner`update person set name = 'Hortensia Zuluaga' where id = ${personId}`;
  await keepNumbers(personId, { idNumber: "1042555318", mobile: "+573004445566" });
  const own = await open(personId);
  await expect(change(own, PASSWORD, PASSWORD)).rejects.toMatchObject({ code: "password_same" });
  for (const personal of ["hortensia zuluaga 1", "mi celular es 300 444 5566", "mi cédula 1.042.555.318"])
    await expect(change(own, PASSWORD, personal)).rejects.toMatchObject({ code: "password_personal" });
});

test("of two concurrent changes with the same present password one is done", async () => {
  const { personId } = await member();
  const own = await open(personId);
  const results = await Promise.allSettled([
    change(own, PASSWORD, NEW),
    change(own, PASSWORD, "otra frase de cinco palabras raras"),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a person sees their own open sessions, the own one first, and nobody else's", async () => {
  const { personId } = await member();
  const [first, second] = [await open(personId), await open(personId)];
  await open((await member()).personId);
  const ids = (await listOwnSessions(first)).map(({ sessionId, isOwn }) => [sessionId, isOwn]);
  expect(ids).toEqual([
    [await idOf(first), true],
    [await idOf(second), false],
  ]);
});

test("a person ends one other session, then all others, and never somebody else's or the own one", async () => {
  const { personId } = await member();
  const tokens = [await open(personId), await open(personId), await open(personId), await open(personId)];
  const [own = "", second = "", third = "", fourth = ""] = tokens;
  const foreign = await open((await member()).personId);
  await endOwnSessions(own, await idOf(foreign), "prueba");
  await endOwnSessions(own, await idOf(own), "prueba");
  await endOwnSessions(own, await idOf(second), "prueba");
  const state = () => Promise.all([own, second, third, fourth, foreign].map(isOpen));
  expect(await state()).toEqual([true, false, true, true, true]);
  await endOwnSessions(own, null, "prueba");
  expect(await state()).toEqual([true, false, false, false, true]);
  const closed = await owner`
    select from audit_event where actor_id = ${personId} and action = 'session.closed'`;
  expect(closed).toHaveLength(3);
});

test("sessions are ended only with a fresh proof, and by no session that waits for its second factor", async () => {
  const { personId } = await member();
  const [own, other] = [await open(personId), await open(personId)];
  await agedProof(personId, 5);
  await expect(endOwnSessions(own, null, "prueba")).rejects.toMatchObject({ code: "proof_needed" });
  expect(await isOpen(other)).toBe(true);
  const half = await halfSession((await makeOfficial("officer")).personId);
  await expect(endOwnSessions(half, null, "prueba")).rejects.toMatchObject({ code: "not_allowed" });
  await expect(listOwnSessions(half)).resolves.toEqual([]);
});

test("a person corrects their name and mobile with a fresh proof; the mobile is sealed, and an empty one goes", async () => {
  const { personId } = await member();
  const token = await open(personId);
  await changeOwnProfile(token, { name: "Nombre Corregido", mobile: "+573001112233" }, { ip: "prueba" });
  expect(await readOwnProfile(token)).toMatchObject({ name: "Nombre Corregido", mobile: "+573001112233" });
  const [row] =
    await owner`select mobile, mobile_sealed is not null as sealed from person where id = ${personId}`;
  expect(row).toEqual({ mobile: null, sealed: true });
  await changeOwnProfile(token, { name: "Nombre Corregido", mobile: null }, { ip: "prueba" });
  expect(await readOwnProfile(token)).toMatchObject({ mobile: null });
  const events = await owner`select action from audit_event where actor_id = ${personId}
    and action in ('person.renamed', 'person.mobile_changed') order by seq`;
  expect(events.map(({ action }) => action)).toEqual([
    "person.renamed",
    "person.mobile_changed",
    "person.mobile_changed",
  ]);
  await agedProof(personId, 5);
  await expect(
    changeOwnProfile(token, { name: "Otro", mobile: null }, { ip: "prueba" }),
  ).rejects.toMatchObject({ code: "proof_needed" });
});
