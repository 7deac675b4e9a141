import { beforeAll, expect, test } from "vitest";
import { confirmAccount, confirmFurtherCompany, readConfirmation } from "@/domain/account/confirm";
import { readDraft, saveStep, sendConfirmation } from "@/domain/account/register";
import { tokenHash } from "@/lib/crypto/token";
import {
  browser,
  mailsTo,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  someNit,
} from "@/tests/support/factories/account";
import { company, draftOf, emails, fillIn, submit } from "@/tests/support/factories/registration";

let policy = 0;
beforeAll(async () => {
  policy = await makePolicy();
});

/** Lets time pass for one registration's mails. */
async function later(token: string, span: string) {
  await owner`update registration set submitted_at = submitted_at - ${span}::interval where token_hash = ${tokenHash(token)}`;
}

const addCompany = (token: string, password = PASSWORD) =>
  confirmFurtherCompany({ token, password }, browser());
const confirm = (token: string) => confirmAccount({ token, password: PASSWORD }, browser());

test("nothing typed is stored before the data consent, and the consent is stored with its evidence", async () => {
  expect(await readDraft("nobody")).toBeNull();
  const { token } = await fillIn();
  const [row] = await owner`select * from registration where token_hash = ${tokenHash(token)}`;
  expect(row).toMatchObject({
    policy_id: policy,
    purposes: ["account", "terms"],
    consent_user_agent: "vitest",
  });
  expect(row?.answers.toString("utf8")).not.toContain("Tienda");
});

test("a confirmed link creates person, provider, owner and consent, and deletes the registration's answers", async () => {
  const { token, email, nit } = await fillIn();
  const { personId } = await confirm(await submit(token));
  const [created] = await owner`
    select p.email, m.role, v.nit, c.policy_id, c.purposes, r.answers from person p
    join membership m on m.person_id = p.id join provider v on v.id = m.provider_id
    join consent c on c.person_id = p.id join registration r on r.token_hash = ${tokenHash(token)}
    where p.id = ${personId}`;
  expect(created).toMatchObject({ email, nit, role: "owner", policy_id: policy, answers: null });
  expect(created?.purposes).toEqual(["account", "terms"]);
});

test("twenty concurrent confirmations of one link create one person", async () => {
  const { token, email } = await fillIn();
  const link = await submit(token);
  const results = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(link)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "link_not_usable" });
  const [count] = await owner`select count(*)::int as people from person where email = ${email}`;
  expect(count?.people).toBe(1);
});

test("two registrations of one e-mail confirmed concurrently create one account", async () => {
  const email = someEmail();
  const links = await Promise.all([fillIn({ email }), fillIn({ email })]).then((both) =>
    Promise.all(both.map(({ token }) => submit(token))),
  );
  const results = await Promise.allSettled(links.map(confirm));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "email_taken" },
  });
});

test("opening a link does not consume it; used, expired and superseded links say so", async () => {
  const { token } = await fillIn();
  const first = await submit(token);
  expect((await readConfirmation(first)).state).toBe("ok");
  expect((await readConfirmation(first)).state).toBe("ok");
  await later(token, "2 minutes");
  const second = await submit(token);
  expect((await readConfirmation(first)).state).toBe("superseded");
  await expect(confirm(first)).rejects.toMatchObject({ code: "link_not_usable" });
  await owner`update mail_link set expires_at = now() where token_hash = ${tokenHash(second)}`;
  expect((await readConfirmation(second)).state).toBe("expired");
  await expect(confirm(second)).rejects.toMatchObject({ code: "link_not_usable" });
  await later(token, "2 minutes");
  const third = await submit(token);
  await confirm(third);
  expect((await readConfirmation(third)).state).toBe("used");
});

test("a link proves the address it was sent to; changed answers invalidate it", async () => {
  const { token } = await fillIn();
  const link = await submit(token);
  const draft = await draftOf(token);
  await saveStep(token, draft, { company: company() });
  expect((await readConfirmation(link)).state).toBe("superseded");
  await expect(confirm(link)).rejects.toMatchObject({ code: "link_not_usable" });
});

test("a registered e-mail gets an e-mail of its own at the same point, whose link makes no second account", async () => {
  const { email } = await makeMember(await makeProvider(), "clerk");
  const { token } = await fillIn({ email: email.toUpperCase() });
  const link = await submit(token);
  expect(await mailsTo(email.toUpperCase())).toEqual([expect.objectContaining({ subject: "known" })]);
  expect(await readConfirmation(link)).toMatchObject({ state: "ok", hasAccount: true });
  await expect(confirm(link)).rejects.toMatchObject({ code: "email_taken" });
});

test("an e-mail of the caja, or of a disabled account, gets an e-mail that offers no link, and its link does nothing", async () => {
  const official = someEmail();
  await owner`insert into person (email, name, caja_role) values (${official}, 'Funcionaria', 'officer')`;
  const disabled = await makeMember(await makeProvider(), "clerk");
  await owner`update person set disabled_at = now() where id = ${disabled.personId}`;
  for (const email of [official, disabled.email]) {
    const { token } = await fillIn({ email });
    const link = await submit(token);
    expect(await mailsTo(email)).toEqual([expect.objectContaining({ subject: "barred" })]);
    await expect(confirm(link)).rejects.toMatchObject({ code: "link_not_usable" });
    await expect(addCompany(link)).rejects.toMatchObject({ code: "link_not_usable" });
  }
});

test("a person registers a further company with the password of the account, once and as its owner", async () => {
  const { personId, email } = await makeMember(await makeProvider(), "viewer");
  const [before] = await owner`select name, password_hash from person where id = ${personId}`;
  const { token, nit } = await fillIn({ email });
  const link = await submit(token);
  await expect(addCompany(link, "otra frase larga cualquiera")).rejects.toMatchObject({
    code: "bad_credentials",
  });
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => addCompany(link)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const rows = await owner`select v.nit, m.role from membership m join provider v on v.id = m.provider_id
    where m.person_id = ${personId} and m.removed_at is null order by m.created_at`;
  expect(rows.map(({ role }) => role)).toEqual(["viewer", "owner"]);
  expect(rows[1]?.nit).toBe(nit);
  expect(await owner`select name, password_hash from person where id = ${personId}`).toEqual([before]);
});

test("the same company is not registered twice by one person", async () => {
  const { email } = await makeMember(await makeProvider(), "viewer");
  const { token, nit } = await fillIn({ email });
  await addCompany(await submit(token));
  const again = await fillIn({ email });
  await saveStep(again.token, await draftOf(again.token), { company: { ...company(), nit } });
  await expect(addCompany(await submit(again.token))).rejects.toMatchObject({ code: "nit_has_owner" });
});

test("a second submit within a minute sends no e-mail", async () => {
  const { token, email } = await fillIn();
  await submit(token);
  const again = await sendConfirmation(await draftOf(token), emails, browser());
  expect(again.sent).toBe(false);
  expect(again.waitUntil).toBeInstanceOf(Date);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("an address gets three e-mails an hour requested by one network, and twenty in all", async () => {
  const email = someEmail();
  const network = browser();
  const ask = async (count: number, from?: ReturnType<typeof browser>) => {
    const drafts = await Promise.all(Array.from({ length: count }, () => fillIn({ email })));
    return Promise.allSettled(drafts.map(({ token }) => submit(token, from)));
  };
  const done = (results: PromiseSettledResult<string>[]) =>
    results.filter(({ status }) => status === "fulfilled").length;
  expect(done(await ask(6, network))).toBe(6);
  expect(await mailsTo(email)).toHaveLength(3);
  expect(done(await ask(18))).toBe(18);
  expect(await mailsTo(email)).toHaveLength(20);
});

test("the NIT of an approved provider gets no second account", async () => {
  const nit = someNit();
  const waiting = await fillIn({ nit });
  const link = await submit(waiting.token);
  await makeProvider({ nit });
  await expect(confirm(link)).rejects.toMatchObject({ code: "nit_has_owner" });
  const { token } = await fillIn({ nit });
  await expect(submit(token)).rejects.toMatchObject({ code: "nit_has_owner" });
});

test("a password that contains the NIT or the person's mobile is refused, and the link stays valid", async () => {
  const { token, nit } = await fillIn();
  const link = await submit(token);
  const mobile = ((await readConfirmation(link)).answers?.person.mobile ?? "").replace("+57", "");
  for (const number of [nit, mobile])
    await expect(
      confirmAccount({ token: link, password: `mi negocio es ${number}` }, browser()),
    ).rejects.toMatchObject({ code: "password_personal" });
  expect((await readConfirmation(link)).state).toBe("ok");
});
