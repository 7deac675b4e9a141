import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { approvePayment } from "@/domain/payment/approve";
import {
  accountantColumns,
  accountantRows,
  bankColumns,
  bankRows,
  exportPayment,
} from "@/domain/payment/files";
import { writePayment } from "@/domain/payment/write-pdf";
import { receiptNumber } from "@/domain/use/receipt-number";
import type { Cell } from "@/lib/table/write";
import { bankAccount } from "@/messages/es-CO/bank-account";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { owner } from "@/tests/support/look-up-orders";
import { logOf, makeOfficial } from "@/tests/support/officials";
import { invoicedUses, makeRun, noMail } from "@/tests/support/paid-run";
import { readPdf } from "@/tests/support/read-pdf";
import { client } from "@/tests/support/use-order";

const rowsOf = async (rows: AsyncIterable<Cell[]>) => {
  const all: Cell[][] = [];
  for await (const row of rows) all.push(row);
  return all;
};

test("the bank gets a line per provider of an approved run, the accountant one per receipt with their total", async () => {
  const [one, other] = [await invoicedUses(2), await invoicedUses(1)];
  const { id } = await makeRun([one.cufe, other.cufe]);
  const officer = await makeOfficial("officer");
  const grant = authorize(officer, "settlement.read");
  const open = (file: "bank" | "accountant" | "receipts", format = "csv") =>
    exportPayment(grant, id, { file, format, ip: client().ip });
  await expect(open("bank")).rejects.toMatchObject({ code: "payment_changed" });
  const treasurer = authorize(await makeOfficial("treasurer"), "settlement.approve");
  await approvePayment(treasurer, { payment: id }, noMail, client());

  const bank = await open("bank");
  const lines = await rowsOf(bankRows(bank, bankAccount));
  expect(bankColumns.map(({ header }) => header).slice(0, 6)).toEqual([
    "NIT",
    "DV",
    "PROVEEDOR",
    "VALOR",
    "FECHA",
    "REFERENCIA",
  ]);
  expect(lines.map((line) => line[3]).sort()).toEqual([480_000, 960_000]);
  expect(lines[0]?.slice(4, 7)).toEqual([{ day: bogotaDay(new Date()) }, "NOV-2026-B", bank.number]);

  const receipts = await owner<{ serial: number; at: Date }[]>`
    select serial::int, at from order_use where id in ${owner([...one.useIds, ...other.useIds])}`;
  const numbers = receipts.map(({ serial, at }) => receiptNumber(serial, at)).sort();
  const accountant = await rowsOf(
    accountantRows(await open("accountant"), { total: "Total", state: "Pagado" }),
  );
  const at = accountantColumns.findIndex(({ header }) => header === "COMPROBANTE");
  expect(
    accountant
      .slice(0, -1)
      .map((row) => row[at])
      .sort(),
  ).toEqual(numbers);
  const cellOf = (row: Cell[] | undefined, header: string) =>
    row?.[accountantColumns.findIndex((column) => column.header === header)];
  expect(cellOf(accountant.at(-1), "VALOR")).toBe(3 * 480_000);
  expect(accountant.map((row) => cellOf(row, "ESTADO"))).toEqual(["Pagado", "Pagado", "Pagado", null]);

  const pdf = new PassThrough();
  const [bytes] = await Promise.all([
    buffer(pdf),
    writePayment(await open("receipts", "pdf"), { caja: "Caja Demo", state: "Pagado" }, pdf),
  ]);
  const { pages, tagged } = await readPdf(bytes);
  const text = pages.map((page) => page.text).join(" ");
  expect(tagged).toBe(true);
  for (const wanted of [bank.number, "NOV-2026-B", "$1.440.000", ...numbers]) expect(text).toContain(wanted);
  expect((await logOf(officer.personId)).map(({ action }) => action)).toEqual([
    "payment.exported",
    "payment.exported",
    "payment.exported",
  ]);
});
