import { expect, test } from "vitest";
import { openSessionFor, signInWithPassword } from "@/domain/account/sign-in";
import type { Notice } from "@/domain/notify/channel";
import {
  confirmEmailChange,
  emailChangePlace,
  readEmailChange,
  requestEmailChange,
  stopEmailChange,
} from "@/domain/own-account/email-change";
import { unseal } from "@/lib/crypto/seal";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  mailsTo,
  makeMember,
  makePasswordLink,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
} from "@/tests/support/factories/account";
import { agedProof, factorSession, halfSession } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";

const from = { ip: "prueba" };
const done = { subject: "cambió", text: "cambió" };
const letters = {
  toOld: (token: string, email: string): Notice => ({ subject: "viejo", text: `${token} ${email}` }),
  toNew: (token: string): Notice => ({ subject: "nuevo", text: token }),
  taken: { subject: "tomado", text: "" },
};

async function asked(email = someEmail()) {
  const person = await makeMember(await makeProvider(), "owner");
  const { token } = await openSessionFor(person.personId, false, browser());
  await requestEmailChange(token, await factorSession(token), email, letters, from);
  const [old] = await mailsTo(person.email);
  const [fresh] = await mailsTo(email);
  return {
    ...person,
    token,
    email,
    was: person.email,
    old: old?.text.split(" ")[0] ?? "",
    fresh: fresh?.text ?? "",
  };
}

const emailOf = async (personId: string) => {
  const [row] = await owner<{ email: string }[]>`select email from person where id = ${personId}`;
  return row?.email;
};
const eventsOf = async (personId: string) =>
  (
    await owner<{ action: string }[]>`
      select action from audit_event where actor_id = ${personId} and action like 'email.%' order by seq`
  ).map(({ action }) => action);

test.each(["old", "new"] as const)(
  "the e-mail changes once both mailboxes confirmed it, the %s one first, and both are told",
  async (first) => {
    const { personId, was, email, old, fresh } = await asked();
    const link = await makePasswordLink(personId);
    const [one, two] = first === "old" ? [old, fresh] : [fresh, old];
    expect(await confirmEmailChange(one, done, from)).toBe(false);
    expect(await readEmailChange(one)).toMatchObject({ state: "ok", confirmed: true });
    expect(await confirmEmailChange(one, done, from)).toBe(false);
    expect(await emailOf(personId)).toBe(was);
    expect(await confirmEmailChange(two, done, from)).toBe(true);
    expect(await emailOf(personId)).toBe(email);
    for (const address of [was, email])
      expect((await mailsTo(address)).map(({ subject }) => subject)).toContain("cambió");
    expect((await signInWithPassword({ email, password: PASSWORD }, browser())).token).not.toBe("");
    expect(await eventsOf(personId)).toEqual(["email.change_asked", "email.changed"]);
    const [state] = await owner`select count(*)::int as open from mail_link
      where subject_id = ${personId} and superseded_at is null`;
    expect([state?.open, link === ""]).toEqual([0, false]);
    await expect(confirmEmailChange(old, done, from)).rejects.toMatchObject({ code: "link_not_usable" });
  },
);

test.each(["old", "new"] as const)("the %s mailbox stops the change until it is done", async (side) => {
  const { personId, was, old, fresh } = await asked();
  await confirmEmailChange(side === "old" ? fresh : old, done, from);
  await stopEmailChange(side === "old" ? old : fresh, from);
  for (const link of [old, fresh])
    await expect(confirmEmailChange(link, done, from)).rejects.toMatchObject({ code: "link_not_usable" });
  expect(await emailOf(personId)).toBe(was);
  expect(await eventsOf(personId)).toEqual(["email.change_asked", "email.change_stopped"]);
  const [row] = await owner`select email_sealed from email_change where person_id = ${personId}`;
  expect(row).toEqual({ email_sealed: null });
});

test("a link works for an hour, and another change ends the one before", async () => {
  const { personId, token, old, fresh } = await asked();
  const [row] = await owner`select expires_at - requested_at = interval '1 hour' as hour, id, email_sealed
    from email_change where person_id = ${personId}`;
  expect(row?.hour).toBe(true);
  expect(unseal(row?.email_sealed, emailChangePlace(row?.id))).toContain("@");
  await requestEmailChange(token, await factorSession(token), someEmail(), letters, from);
  expect(await readEmailChange(old)).toMatchObject({ state: "cancelled", email: null });
  const late = await asked();
  await owner`update email_change set expires_at = now() where person_id = ${late.personId}`;
  expect(await readEmailChange(late.old)).toMatchObject({ state: "expired" });
  await expect(confirmEmailChange(late.fresh, done, from)).rejects.toMatchObject({ code: "link_not_usable" });
  expect(fresh).not.toBe("");
});

test("an address that has an account gets no link, and the page says the same", async () => {
  const taken = await makeMember(await makeProvider(), "clerk");
  const { personId, was, old } = await asked(taken.email);
  expect((await mailsTo(taken.email)).map(({ subject }) => subject)).toEqual(["tomado"]);
  expect(await confirmEmailChange(old, done, from)).toBe(false);
  expect(await emailOf(personId)).toBe(was);
});

test("an address that gets an account meanwhile ends the change", async () => {
  const { personId, was, email, old, fresh } = await asked();
  await confirmEmailChange(old, done, from);
  await makeMember(await makeProvider(), "clerk", email);
  await expect(confirmEmailChange(fresh, done, from)).rejects.toMatchObject({ code: "email_taken" });
  expect(await emailOf(personId)).toBe(was);
});

test("it needs a fresh proof, a whole session and another address, and three an hour are asked for", async () => {
  const { personId, token, was } = await asked();
  const ask = async (email: string, of = token) =>
    requestEmailChange(of, await factorSession(of), email, letters, from);
  await expect(ask(was)).rejects.toMatchObject({ code: "email_same" });
  await ask(someEmail());
  await ask(someEmail());
  await expect(ask(someEmail())).rejects.toMatchObject({ code: "too_many_attempts" });
  await agedProof(personId, 5);
  await expect(ask(someEmail())).rejects.toMatchObject({ code: "proof_needed" });
  const half = await halfSession((await makeOfficial("officer")).personId);
  await expect(ask(someEmail(), half)).rejects.toMatchObject({ code: "proof_needed" });
});

test("nobody keeps another from moving to an address, and from one network twenty letters an hour go to it", async () => {
  const email = someEmail();
  const ask = async (ip: string) => {
    const { personId } = await makeMember(await makeProvider(), "owner");
    const { token } = await openSessionFor(personId, false, browser());
    await requestEmailChange(token, await factorSession(token), email, letters, { ip });
  };
  for (let letter = 1; letter <= 20; letter++) await ask("2001:db8:c::1");
  await expect(ask("2001:db8:c::2")).rejects.toMatchObject({ code: "too_many_attempts" });
  await ask("2001:db8:d::1");
});

test("of ten confirmations at the same moment the e-mail changes once", async () => {
  const { personId, email, old, fresh } = await asked();
  const links = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? old : fresh));
  await Promise.allSettled(links.map((link) => confirmEmailChange(link, done, from)));
  expect(await emailOf(personId)).toBe(email);
  expect(await eventsOf(personId)).toEqual(["email.change_asked", "email.changed"]);
});

test("the e-mail of somebody who was disabled meanwhile does not change", async () => {
  const { personId, was, email, old, fresh } = await asked();
  await confirmEmailChange(old, done, from);
  await owner`update person set disabled_at = now() where id = ${personId}`;
  await expect(confirmEmailChange(fresh, done, from)).rejects.toMatchObject({ code: "link_not_usable" });
  const [row] = await owner`
    select confirm_email_change(${tokenHash(fresh)}, ${email}, '[]', 'x') as outcome`;
  expect(row).toEqual({ outcome: "gone" });
  expect(await emailOf(personId)).toBe(was);
  expect(await eventsOf(personId)).toEqual(["email.change_asked"]);
});
