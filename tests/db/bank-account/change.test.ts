import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { findCurrentAccount, listAccounts } from "@/db/queries/bank-account";
import {
  type AccountNotice,
  approveAccount,
  proposeAccount,
  refuseAccount,
} from "@/domain/bank-account/change";
import { readAccounts } from "@/domain/bank-account/read";
import { bankAccount as words } from "@/messages/es-CO/bank-account";
import { authorize } from "@/model/access";
import { bankName } from "@/model/bank";
import { browser, mailsTo, makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { giveAccount, noNotice, proposed, someAccount } from "@/tests/support/factories/bank-account";
import { grantOf, logOf, makeOfficial } from "@/tests/support/officials";

const manage = async (role: "administrator" | "treasurer" = "treasurer") =>
  grantOf(role, "bank_account.manage");
/** The letter as domain/notify/account-email.ts words it, without its signature. */
const notice: AccountNotice = (company, { bank, kind, lastFour }) => ({
  subject: words.email.subject(company),
  text: words.email.text(company, words.short(bankName(bank), words.kinds[kind], lastFour), ""),
});
const reason = "Pidió el cambio por escrito.";
const currentOf = (provider: string) => findCurrentAccount(cajaDatabase(), provider);

test("an account is paid into once a second person approved it, and its proposer may not", async () => {
  const provider = await makeProvider();
  const treasurer = await makeOfficial("treasurer");
  const grant = authorize(treasurer, "bank_account.manage");
  await proposeAccount(grant, { provider, current: null, account: someAccount, reason }, browser());
  const [waiting] = await listAccounts(cajaDatabase(), provider);
  const approval = { provider, account: waiting?.id ?? "", current: null };
  expect(await currentOf(provider)).toBeNull();
  await expect(approveAccount(grant, approval, noNotice, browser())).rejects.toMatchObject({
    code: "bank_account_same_person",
  });
  await approveAccount(await manage("administrator"), approval, noNotice, browser());
  expect(await currentOf(provider)).toMatchObject({ bank: "1007", kind: "savings", lastFour: "6007" });
  await expect(approveAccount(await manage(), approval, noNotice, browser())).rejects.toMatchObject({
    code: "bank_account_decided",
  });
});

test("the table itself refuses an account that one person proposed and approved", async () => {
  const id = await proposed(await makeProvider());
  await expect(
    owner`update bank_account set state = 'current', decided_at = now(), decided_by = proposed_by where id = ${id}`,
  ).rejects.toMatchObject({ constraint_name: "bank_account_second_person" });
});

test("of ten approvals at once one counts, and a provider has one account", async () => {
  const provider = await makeProvider();
  const before = await giveAccount(provider);
  const id = await proposed(provider, { ...someAccount, number: "55566677" });
  const grants = await Promise.all(Array.from({ length: 10 }, () => manage("administrator")));
  const results = await Promise.allSettled(
    grants.map((grant) =>
      approveAccount(grant, { provider, account: id, current: before }, noNotice, browser()),
    ),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await currentOf(provider)).toMatchObject({ id, lastFour: "6677" });
  const states = (await listAccounts(cajaDatabase(), provider)).map(({ state }) => state);
  expect(states.sort()).toEqual(["current", "replaced"]);
});

test("an account is decided against the one that was shown, and one proposal waits at a time", async () => {
  const provider = await makeProvider();
  const id = await proposed(provider);
  const input = { provider, current: null, account: someAccount, reason };
  await expect(proposeAccount(await manage(), input, browser())).rejects.toMatchObject({
    code: "bank_account_waits",
  });
  const wrong = { provider, account: id, current: randomUUID() };
  await expect(approveAccount(await manage(), wrong, noNotice, browser())).rejects.toMatchObject({
    code: "changed_since",
  });
  const treasurer = await makeOfficial("treasurer");
  const refusing = authorize(treasurer, "bank_account.manage");
  await refuseAccount(refusing, { provider, account: id, reason: "No coincide con el NIT." }, browser());
  expect((await logOf(treasurer.personId)).map(({ action }) => action)).toEqual(["bank_account.refused"]);
  await giveAccount(provider);
  await expect(proposeAccount(await manage(), input, browser())).rejects.toMatchObject({
    code: "changed_since",
  });
});

test("owners are told of the last four digits alone, and neither log nor table holds the number", async () => {
  const provider = await makeProvider();
  const { email } = await makeMember(provider, "owner");
  const treasurer = await makeOfficial("treasurer");
  const account = { ...someAccount, number: "998877665544" };
  await proposeAccount(
    authorize(treasurer, "bank_account.manage"),
    { provider, current: null, account, reason },
    browser(),
  );
  const admin = await makeOfficial("administrator");
  const grant = authorize(admin, "bank_account.manage");
  const read = async () => (await readAccounts(grant, provider, browser()))?.proposed;
  expect(await read()).toMatchObject({ number: account.number, isOwn: false });
  const id = (await read())?.id ?? "";
  await approveAccount(grant, { provider, account: id, current: null }, notice, browser());
  const mail = (await mailsTo(email)).at(-1);
  expect(mail?.subject).toContain("Cambió la cuenta");
  expect(mail?.text).toContain("Bancolombia, ahorros, terminada en 5544");
  const logs = [...(await logOf(treasurer.personId)), ...(await logOf(admin.personId))];
  expect(logs.map(({ action }) => action)).toEqual([
    "bank_account.proposed",
    "bank_account.read",
    "bank_account.approved",
  ]);
  const rows = await owner`select * from bank_account where id = ${id}`;
  for (const text of [mail?.text, JSON.stringify(logs), JSON.stringify(rows)])
    expect(text).not.toContain(account.number);
});

test("nobody decides on the account of a provider that they worked for, and other roles read no number", async () => {
  const provider = await makeProvider();
  const id = await proposed(provider);
  const insider = await makeOfficial("administrator");
  await owner`insert into membership (provider_id, person_id, role, removed_at)
    values (${provider}, ${insider.personId}, 'clerk', now())`;
  const grant = authorize(insider, "bank_account.manage");
  await expect(
    approveAccount(grant, { provider, account: id, current: null }, noNotice, browser()),
  ).rejects.toMatchObject({ code: "own_provider" });
  await refuseAccount(
    await manage(),
    { provider, account: id, reason: "No coincide con el NIT." },
    browser(),
  );
  const input = { provider, current: null, account: someAccount, reason };
  await expect(proposeAccount(grant, input, browser())).rejects.toMatchObject({ code: "own_provider" });
  for (const role of ["auditor", "officer", "support", "reviewer"] as const) {
    const { personId } = await makeOfficial(role);
    const [row] = await owner`select read_account_number(${personId}, ${id}, 'x') as number`;
    expect(row, role).toEqual({ number: null });
  }
  const refused = (await listAccounts(cajaDatabase(), provider)).map(({ state, decision }) => [
    state,
    decision,
  ]);
  expect(refused).toEqual([["refused", "No coincide con el NIT."]]);
});

test("an account that was decided on, or that does not exist, is neither approved nor refused, and nobody gets one without a provider", async () => {
  const provider = await makeProvider();
  const id = await proposed(provider);
  const treasurer = await makeOfficial("treasurer");
  const answers = async (account: string) => {
    const [row] = await owner`
      select approve_account(${treasurer.personId}, ${account}, null, '[]', 'x') as approved,
        refuse_account(${treasurer.personId}, ${account}, 'No coincide.', 'x') as refused`;
    return row;
  };
  expect(await answers(randomUUID())).toEqual({ approved: "not_found", refused: "not_found" });
  await refuseAccount(await manage(), { provider, account: id, reason: "No coincide." }, browser());
  expect(await answers(id)).toEqual({ approved: "decided", refused: "decided" });
  const [row] =
    await owner`select propose_account(${treasurer.personId}, ${randomUUID()}, null, '{}', 'x', 'x') as
    outcome`;
  expect(row?.outcome).toBe("not_found");
  expect(await logOf(treasurer.personId)).toEqual([]);
});
