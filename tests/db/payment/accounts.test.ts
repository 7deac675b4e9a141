import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { approvePayment } from "@/domain/payment/approve";
import { bankColumns, bankRows, exportPayment } from "@/domain/payment/files";
import { readPayment } from "@/domain/payment/read-payments";
import type { Cell } from "@/lib/table/write";
import { bankAccount as words } from "@/messages/es-CO/bank-account";
import { authorize } from "@/model/access";
import { giveAccount, someAccount } from "@/tests/support/factories/bank-account";
import { grantOf } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail } from "@/tests/support/paid-run";
import { client } from "@/tests/support/use-order";

const shown = async (id: string) => {
  const found = await readPayment(await grantOf("auditor", "settlement.read"), id);
  if (!found) throw new Error("no payment");
  return found;
};
const approve = async (payment: string, accounts: string) =>
  approvePayment(await grantOf("treasurer", "settlement.approve"), { payment, accounts }, noMail, client());

async function bankLines(id: string) {
  const grant = await grantOf("officer", "settlement.read");
  const file = await exportPayment(grant, id, { file: "bank", format: "csv", ip: client().ip });
  const at = bankColumns.findIndex(({ header }) => header === "CODBANCO");
  const lines: Cell[][] = [];
  for await (const row of bankRows(file, words)) lines.push(row.slice(at));
  return lines;
}

test("the bank's file names bank, kind, number and holder, and is empty for a provider without an account", async () => {
  const [one, other] = [await invoicedUses(), await invoicedUses()];
  await giveAccount(one.providerId);
  const { id } = await makeRun([one.cufe, other.cufe]);
  const { accounts, accountsVersion } = await shown(id);
  expect(accounts.find(({ providerId }) => providerId === other.providerId)).toMatchObject({
    account: null,
    isChanged: false,
  });
  await approve(id, accountsVersion);
  const { legalName, nit } = one.till.actor.provider;
  expect((await bankLines(id)).sort()).toEqual(
    [
      ["1007", "Bancolombia", "Ahorros", someAccount.number, legalName, nit],
      [null, null, null, null, null, null],
    ].sort(),
  );
});

test("a run says whose account changed after it was made, and is approved only with those that were shown", async () => {
  const { cufe, providerId } = await invoicedUses();
  await giveAccount(providerId);
  const { id } = await makeRun([cufe]);
  const before = await shown(id);
  expect(before.accounts).toMatchObject([{ lastFour: "6007", isChanged: false }]);
  await giveAccount(providerId, { ...someAccount, number: "1112223334" });
  await expect(approve(id, before.accountsVersion)).rejects.toMatchObject({ code: "payment_changed" });
  const now = await shown(id);
  expect(now.accounts).toMatchObject([{ lastFour: "3334", isChanged: true }]);
  await approve(id, now.accountsVersion);
  await giveAccount(providerId, { ...someAccount, number: "9998887776" });
  expect((await shown(id)).accounts).toMatchObject([{ lastFour: "3334", isChanged: false }]);
  expect((await bankLines(id))[0]?.[3]).toBe("1112223334");
});

test("an auditor gets no file for the bank, and the database gives them no number", async () => {
  const { cufe, providerId } = await invoicedUses();
  await giveAccount(providerId);
  const { id } = await makeRun([cufe]);
  await approve(id, (await shown(id)).accountsVersion);
  const auditor = await grantOf("auditor", "settlement.read");
  const file = { file: "bank", format: "csv", ip: client().ip } as const;
  await expect(exportPayment(auditor, id, file)).rejects.toMatchObject({ code: "not_allowed" });
  const numbers = (actor: string) => call(cajaDatabase(), "payment_account_numbers", { payment: id, actor });
  expect(await numbers(auditor.actor.personId)).toEqual([]);
  const officer = authorize((await grantOf("officer", "settlement.read")).actor, "settlement.manage");
  expect(await numbers(officer.actor.personId)).toHaveLength(1);
});
