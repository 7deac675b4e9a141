import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { type Sheet, type SheetColumn, startTable, turnPage, writeTagged } from "@/lib/pdf/table-sheet";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { bankAccount as bank } from "@/messages/es-CO/bank-account";
import { payment as words } from "@/messages/es-CO/payment";
import { settlement } from "@/messages/es-CO/settlement";
import { bankName } from "@/model/bank";
import { formatNit } from "@/model/identity/format";
import { isAccount, type PaymentFile } from "./files";

const invoiceShape: readonly SheetColumn[] = [
  { label: words.columns.provider, width: 196 },
  { label: "NIT", width: 86 },
  { label: words.columns.invoice, width: 90 },
  { label: words.columns.uses, width: 60, align: "right" },
  { label: words.columns.amount, width: 84, align: "right" },
];
const accountShape: readonly SheetColumn[] = [
  { label: bank.payment.provider, width: 196 },
  { label: bank.payment.account, width: 320 },
];
const useShape: readonly SheetColumn[] = [
  { label: settlement.columns.receipt, width: 80 },
  { label: settlement.columns.date, width: 58 },
  { label: settlement.columns.order, width: 128 },
  { label: words.columns.provider, width: 110 },
  { label: words.columns.invoice, width: 70 },
  { label: settlement.columns.amount, width: 70, align: "right" },
];

/**
 * Writes a payment run as a tagged PDF of Letter pages, black on white, and ends the stream: its invoices with their
 * total, then every receipt that it pays.
 */
export async function writePayment(
  { run, number, invoices, accounts, uses }: PaymentFile,
  head: { caja: string; state: string },
  out: Writable,
): Promise<void> {
  const doc = taggedDocument(`${words.title} · ${number}`, head.caja);
  const done = finished(out);
  done.catch(() => doc.destroy());
  doc.pipe(out);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet: Sheet = {
    doc,
    root,
    foot: `${number} · ${head.state}`,
    onPage: settlement.onPage,
    y: 0,
    page: 0,
  };
  try {
    turnPage(sheet);
    writeTagged(sheet, "H1", `${words.columns.number} ${number}`, 22);
    writeTagged(sheet, "P", head.caja, 12);
    const facts = [
      head.state,
      `${words.columns.payOn}: ${shortDate(run.payOn)}`,
      `${words.columns.reference}: ${run.reference}`,
    ];
    writeTagged(sheet, "P", facts.join(" · "), 10);
    sheet.y += 10;
    const charged = startTable(sheet, invoiceShape);
    for (const { providerName, nit, checkDigit, invoice, uses: count, amount } of invoices)
      charged.line([
        providerName,
        formatNit(nit, checkDigit),
        invoice,
        formatCount(count),
        formatPesos(amount),
      ]);
    charged.line([words.file.totalOf, "", "", formatCount(run.uses), formatPesos(run.amount)]);
    charged.end();
    sheet.y += 14;
    if (run.kind === "payment") {
      const paid = startTable(sheet, accountShape);
      for (const each of accounts)
        paid.line([
          each.providerName,
          isAccount(each)
            ? bank.short(bankName(each.bank), bank.kinds[each.kind], each.lastFour)
            : bank.payment.missing,
        ]);
      paid.end();
      sheet.y += 14;
    }
    const receipts = startTable(sheet, useShape);
    for await (const use of uses()) {
      const order = `${use.kindName} ${use.number}`;
      const cells = [
        receiptNumber(use.serial, use.at),
        shortDate(use.at),
        order,
        use.providerName,
        use.invoice,
      ];
      receipts.line([...cells, formatPesos(use.amount)]);
      if (out.writableNeedDrain) await Promise.race([once(out, "drain"), done]);
    }
    receipts.end();
  } catch (error) {
    out.destroy();
    throw error;
  }
  root.end();
  doc.end();
  await done;
}
