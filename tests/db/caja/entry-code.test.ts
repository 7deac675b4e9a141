import { expect, test } from "vitest";
import { entryCode } from "@/domain/account/entry-code";
import { chooseNewPassword, readPasswordLink, sendPasswordLink } from "@/domain/account/recover";
import { inviteOfficial, readOfficials, resendOfficialInvitation } from "@/domain/caja/people";
import { authorize } from "@/model/access";
import { browser, owner, PASSWORD, someEmail } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

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
  // With a password of their own they recover it as everybody does.
  await recover();
  expect(await asks()).toBe(false);
  await choose();
  const misses =
    await owner`select from audit_event where action = 'person.code_refused' and subject_id = ${person}`;
  expect(misses).toHaveLength(2);
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
  expect([await shown(), await hasPassword()]).toEqual([null, true]);
});

test("after four wrong codes the right one opens", async () => {
  const { choose, person, hasPassword } = await invited();
  for (let turn = 0; turn < 4; turn++)
    await expect(choose(`WRNG-${turn}AAA`)).rejects.toMatchObject({ code: "wrong_entry_code" });
  await choose(entryCode(person));
  expect(await hasPassword()).toBe(true);
});

test("an auditor, who reads who works for the caja, is not shown the code", async () => {
  const { person } = await invited();
  const auditor = authorize(await makeOfficial("auditor"), "people.read");
  const read = (await readOfficials(auditor, new Date())).find(({ personId }) => personId === person);
  expect(read).toMatchObject({ standing: "invited", code: null });
});
