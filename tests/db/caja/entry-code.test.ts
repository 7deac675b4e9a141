import { expect, test } from "vitest";
import { entryCode } from "@/domain/account/entry-code";
import { chooseNewPassword, readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import {
  createOfficial,
  inviteOfficial,
  readOfficials,
  resendOfficialInvitation,
} from "@/domain/caja/people";
import { recoverAdministrator } from "@/domain/factor/reset";
import { authorize } from "@/model/access";
import {
  browser,
  mailsTo,
  makePasswordLink,
  owner,
  PASSWORD,
  someEmail,
} from "@/tests/support/factories/account";
import { enrol, enrolled, halfSession } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";

const notice = { subject: "x", text: "" };

/** Somebody who was invited, the newest link of their mailbox, and who invited them. */
async function invited() {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  const email = someEmail();
  let link = "";
  const compose = (token: string) => {
    link = token;
    return notice;
  };
  const input = { name: "Diana Mercado", email, role: "officer" as const };
  const person = await inviteOfficial(grant, input, compose, browser());
  return {
    person,
    grant,
    choose: (code?: string) =>
      chooseNewPassword({ token: link, password: PASSWORD, code }, notice, browser()),
    recover: () => sendPasswordLink(email, compose, browser()),
    again: () => resendOfficialInvitation(grant, person, compose, browser()),
    asks: async () => (await readPasswordLink(link))?.asksCode,
    hasPassword: async () => {
      const [row] = await owner`select password_hash is not null as has from person where id = ${person}`;
      return row?.has;
    },
  };
}

test("whoever reads the mailbox of an invited official does not enter by it, not by recovery either", async () => {
  const { choose, recover, asks, hasPassword, person } = await invited();
  expect(await asks()).toBe(true);
  await expect(choose()).rejects.toMatchObject({ code: "wrong_entry_code" });
  await recover();
  await expect(choose("AAAA-AAAA")).rejects.toMatchObject({ code: "wrong_entry_code" });
  expect(await hasPassword()).toBe(false);
  await choose(entryCode(person).toLowerCase().replace("-", " "));
  expect(await hasPassword()).toBe(true);
  const misses =
    await owner`select from audit_event where action = 'person.code_refused' and subject_id = ${person}`;
  expect(misses).toHaveLength(2);
});

test("until somebody of the caja confirmed a second factor every link asks the code, and never after", async () => {
  const { choose, recover, again, asks, person } = await invited();
  await choose(entryCode(person));
  await recover();
  expect(await asks()).toBe(true);
  await expect(choose()).rejects.toMatchObject({ code: "wrong_entry_code" });
  await choose(entryCode(person));
  await enrol(await halfSession(person));
  await recover();
  expect(await asks()).toBe(false);
  await choose();
  // An ended factor was a factor: another one needs the code of an administrator's reset.
  await owner`select end_factors_of(${person})`;
  await expect(again()).rejects.toMatchObject({ code: "official_changed" });
  await recover();
  expect(await asks()).toBe(false);
});

test("an administrator sees and sends the code again to who has a password and no second factor yet", async () => {
  const { choose, again, person, grant } = await invited();
  await choose(entryCode(person));
  const shown = async () =>
    (await readOfficials(grant, new Date())).find(({ personId }) => personId === person);
  expect(await shown()).toMatchObject({ standing: "active", code: { told: entryCode(person) } });
  await owner`update person set entry_code_misses = 5 where id = ${person}`;
  expect(await shown()).toMatchObject({ code: "closed" });
  await again();
  await choose(entryCode(person));
  await enrol(await halfSession(person));
  expect(await shown()).toMatchObject({ standing: "active", code: null });
});

test("with neither a code nor a second factor no link is mailed and none opens, until an invitation is sent", async () => {
  const grant = authorize(await makeOfficial("administrator"), "people.manage");
  // As somebody stands in the database who was invited before there were codes.
  const { personId, email } = await makeOfficial("officer");
  const choose = (token: string, code?: string) =>
    chooseNewPassword({ token, password: PASSWORD, code }, notice, browser());
  expect(await sendPasswordLink(email, (token) => ({ subject: "link", text: token }), browser())).toBe(
    await sendPasswordLink(someEmail(), (token) => ({ subject: "link", text: token }), browser()),
  );
  expect(await mailsTo(email)).toEqual([]);
  expect(await owner`select from mail_link where subject_id = ${personId}`).toHaveLength(0);
  // A link that the version of before had mailed.
  const link = await makePasswordLink(personId);
  await expect(choose(link)).rejects.toMatchObject({ code: "wrong_entry_code" });
  await expect(choose(link, entryCode(personId))).rejects.toMatchObject({ code: "wrong_entry_code" });
  const outcome = await firstValue(owner`select outcome from choose_password(
    (select token_hash from mail_link where subject_id = ${personId}), 'x', 'x', 'x', 'x', 'x', 'x', null)`);
  expect(outcome).toBe("wrong_code");
  const shown = async () =>
    (await readOfficials(grant, new Date())).find((candidate) => candidate.personId === personId)?.code;
  expect(await shown()).toBe("none");
  let again = "";
  const compose = (token: string) => {
    again = token;
    return notice;
  };
  await resendOfficialInvitation(grant, personId, compose, browser());
  expect(await shown()).toEqual({ told: entryCode(personId) });
  await choose(again, entryCode(personId));
});

test("an administrator made on the server enters by link and printed code, and their mailbox by neither", async () => {
  const email = someEmail();
  const created = await createOfficial({ email, name: "Marta", role: "administrator" });
  if (!created) throw new Error("the address was in use");
  const { token, code } = created;
  expect(await createOfficial({ email, name: "Otra", role: "auditor" })).toBeNull();
  let mailed = "";
  const compose = (sent: string) => {
    mailed = sent;
    return notice;
  };
  const choose = (link: string, typed?: string) =>
    chooseNewPassword({ token: link, password: PASSWORD, code: typed }, notice, browser());
  await expect(choose(token)).rejects.toMatchObject({ code: "wrong_entry_code" });
  await sendPasswordLink(email, compose, browser());
  expect((await readPasswordLink(token))?.state).toBe("superseded");
  await expect(choose(mailed)).rejects.toMatchObject({ code: "wrong_entry_code" });
  expect(await choose(mailed, code)).toMatchObject({ email, isCaja: true });
});

test("the server recovers an administrator without a second factor by another code, one who has one without", async () => {
  const { personId, email } = await makeOfficial("administrator");
  await owner`update person set entry_code_misses = 5 where id = ${personId}`;
  const recovered = await recoverAdministrator(email);
  expect(recovered?.entryCode).toBe(entryCode(personId));
  const choose = (token: string, code?: string) =>
    chooseNewPassword({ token, password: PASSWORD, code }, notice, browser());
  await expect(choose(recovered?.token ?? "")).rejects.toMatchObject({ code: "wrong_entry_code" });
  await choose(recovered?.token ?? "", recovered?.entryCode ?? "");
  const enrolledBefore = await recoverAdministrator((await enrolled("administrator")).email);
  expect(enrolledBefore?.entryCode).toBeNull();
  await choose(enrolledBefore?.token ?? "");
});

test("after five wrong codes at once not even the right one opens, until another invitation is sent", async () => {
  const { choose, again, person, grant, hasPassword } = await invited();
  const wrong = await Promise.allSettled(Array.from({ length: 8 }, (_, turn) => choose(`WRNG-${turn}AAA`)));
  expect(wrong.every(({ status }) => status === "rejected")).toBe(true);
  await expect(choose(entryCode(person))).rejects.toMatchObject({ code: "wrong_entry_code" });
  const shown = async () =>
    (await readOfficials(grant, new Date())).find(({ personId }) => personId === person)?.code;
  expect([await shown(), await hasPassword()]).toEqual(["closed", false]);
  const misses =
    await owner`select from audit_event where action = 'person.code_refused' and subject_id = ${person}`;
  expect(misses).toHaveLength(5);
  await again();
  expect(await shown()).toEqual({ told: entryCode(person) });
  await choose(entryCode(person));
  expect(await hasPassword()).toBe(true);
});

test("after four wrong codes the right one opens", async () => {
  const { choose, person, hasPassword } = await invited();
  for (let turn = 0; turn < 4; turn++)
    await expect(choose(`WRNG-${turn}AAA`)).rejects.toMatchObject({ code: "wrong_entry_code" });
  await choose(entryCode(person));
  expect(await hasPassword()).toBe(true);
});

test("whose access ended has no code on their page, and is sent none", async () => {
  const { again, person, grant } = await invited();
  await owner`update person set disabled_at = now() where id = ${person}`;
  const read = (await readOfficials(grant, new Date())).find(({ personId }) => personId === person);
  expect(read).toMatchObject({ standing: "ended", code: null });
  await expect(again()).rejects.toMatchObject({ code: "official_changed" });
});

test("an auditor, who reads who works for the caja, is not shown the code", async () => {
  const { person } = await invited();
  const auditor = authorize(await makeOfficial("auditor"), "people.read");
  const read = (await readOfficials(auditor, new Date())).find(({ personId }) => personId === person);
  expect(read).toMatchObject({ standing: "invited", code: null });
});
