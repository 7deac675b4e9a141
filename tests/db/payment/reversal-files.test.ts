import { randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { approvePayment } from "@/domain/payment/approve";
import { bankColumns, bankRows, exportPayment } from "@/domain/payment/files";
import { reversePayment } from "@/domain/payment/payments";
import { readPayment } from "@/domain/payment/read-payments";
import type { Cell } from "@/lib/table/write";
import { bankAccount } from "@/messages/es-CO/bank-account";
import { authorize } from "@/model/access";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail } from "@/tests/support/paid-run";
import { settleShownUses } from "@/tests/support/settle-shown-uses";
import { client, makeUses } from "@/tests/support/use-order";

const approve = async (payment: string) =>
  approvePayment(
    authorize(await makeOfficial("treasurer"), "settlement.approve"),
    { payment },
    noMail,
    client(),
  );
const reverse = async (payment: string, invoices: string[]) =>
  reversePayment(
    authorize(await makeOfficial("officer"), "settlement.manage"),
    { key: randomUUID(), payment, invoices, reason: "Se pagó dos veces la misma factura" },
    client(),
  );

/** The lines of the bank's file. */
async function bankLines(payment: string): Promise<Cell[][]> {
  const grant = await grantOf("officer", "settlement.read");
  const file = await exportPayment(grant, payment, { file: "bank", format: "csv", ip: client().ip });
  const rows: Cell[][] = [];
  for await (const row of bankRows(file, bankAccount)) rows.push(row);
  return rows;
}
const cellOf = (row: Cell[], header: string) => row[bankColumns.findIndex((each) => each.header === header)];

test("the bank's file of a payment leaves out what was taken back, which another one pays", async () => {
  const [one, other] = [await invoicedUses(2), await invoicedUses(1)];
  const { id } = await makeRun([one.cufe, other.cufe]);
  await approve(id);
  const bank = async (run: string) => {
    const rows = await bankLines(run);
    return { nits: rows.map((row) => cellOf(row, "NIT")), values: rows.map((row) => cellOf(row, "VALOR")) };
  };
  const seen = async () => (await readPayment(await grantOf("officer", "settlement.read"), id))?.bank;
  expect((await bank(id)).values.sort()).toEqual([480_000, 960_000]);
  const reversal = await reverse(id, [one.cufe]);
  // Nobody has approved it yet: the page warns, and the file still pays.
  expect((await bank(id)).values.sort()).toEqual([480_000, 960_000]);
  expect(await seen()).toEqual({ left: 1_440_000, reversed: 0, waits: 960_000 });
  await approve(reversal);
  expect(await bank(id)).toEqual({ nits: [other.till.actor.provider.nit], values: [480_000] });
  expect(await seen()).toEqual({ left: 480_000, reversed: 960_000, waits: 0 });

  const again = await makeRun([one.cufe]);
  await approve(again.id);
  expect(await bank(again.id)).toEqual({ nits: [one.till.actor.provider.nit], values: [960_000] });

  await approve(await reverse(id, [other.cufe]));
  await expect(bank(id)).rejects.toMatchObject({ code: "payment_reversed" });
  expect(await seen()).toEqual({ left: 0, reversed: 1_440_000, waits: 0 });
});

test("of two invoices of one provider the bank's file pays the one that was not taken back", async () => {
  const { till, useIds } = await makeUses(2);
  const grant = await grantOf("officer", "settlement.manage");
  const providerId = till.actor.provider.id;
  const cufes = [randomBytes(48).toString("hex"), randomBytes(48).toString("hex")];
  for (const [at, cufe] of cufes.entries()) {
    const form = { providerId, uses: useIds.slice(at, at + 1), invoice: `FE-${at + 1}`, cufe, reason: "" };
    await settleShownUses(grant, { ...form, to: "legalized" }, noMail, client());
    await settleShownUses(grant, { ...form, to: "invoiced", value: 480_000 }, noMail, client());
  }
  const { id } = await makeRun(cufes);
  await approve(id);
  await approve(await reverse(id, cufes.slice(0, 1)));
  const rows = await bankLines(id);
  expect(rows.map((row) => [cellOf(row, "VALOR"), cellOf(row, "FACTURAS")])).toEqual([[480_000, "FE-2"]]);
});
