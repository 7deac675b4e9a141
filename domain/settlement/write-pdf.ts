import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { SettledUse } from "@/db/queries/settlement";
import { paidBy, type StatementFile } from "@/domain/settlement/statement";
import { branchTotals, totalOf } from "@/domain/settlement/totals";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { type Sheet, type SheetColumn, startTable, turnPage, writeTagged } from "@/lib/pdf/table-sheet";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { settlement as words } from "@/messages/es-CO/settlement";

const columns: readonly SheetColumn[] = [
  { label: words.columns.receipt, width: 72 },
  { label: words.columns.date, width: 52 },
  { label: words.columns.order, width: 116 },
  { label: words.columns.place, width: 76 },
  { label: words.columns.state, width: 50 },
  { label: words.columns.payment, width: 90 },
  { label: words.columns.amount, width: 60, align: "right" },
];
const totals: readonly SheetColumn[] = [
  { label: words.branches, width: 346 },
  { label: words.columns.count, width: 104 },
  { label: words.columns.amount, width: 66, align: "right" },
];

/** `title` is what it is called; without one it is the provider's own statement. */
type Head = { caja: string; provider: string; title?: string };

/**
 * Writes the statement as a tagged PDF of Letter pages, black on white, and ends the stream. Rows leave as they
 * are read; the provider, the period and the page stand at the foot of every page.
 */
export async function writeStatement(statement: StatementFile, head: Head, out: Writable): Promise<void> {
  const title = head.title ?? words.ownTitle;
  const doc = taggedDocument(`${title} · ${head.provider}`, head.caja);
  const done = finished(out);
  done.catch(() => doc.destroy());
  doc.pipe(out);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const { from, to } = statement.period;
  const period = words.period(shortDate(from), shortDate(to));
  const sheet: Sheet = {
    doc,
    root,
    foot: `${head.provider} · ${period}`,
    onPage: words.onPage,
    y: 0,
    page: 0,
  };
  try {
    turnPage(sheet);
    writeTagged(sheet, "H1", title, 22);
    writeTagged(sheet, "P", head.provider, 12);
    writeTagged(sheet, "P", head.caja, 10);
    writeTagged(sheet, "P", period, 10);
    sheet.y += 10;
    const sums = new Map<string | null, SettlementCount>();
    const uses = startTable(sheet, columns);
    for await (const use of statement.uses()) {
      uses.line(cellsOf(use));
      sums.set(use.branchId, countedWith(sums.get(use.branchId), use));
      if (out.writableNeedDrain) await Promise.race([once(out, "drain"), done]);
    }
    uses.end();
    sheet.y += 14;
    const sum = startTable(sheet, totals);
    for (const { branch, ...of } of branchTotals([...sums.values()]))
      sum.line(totalCells(branch ?? words.noBranch, of));
    sum.line(totalCells(words.total, totalOf([...sums.values()])));
    sum.end();
  } catch (error) {
    out.destroy();
    throw error;
  }
  root.end();
  doc.end();
  await done;
}

const cellsOf = (use: SettledUse) => [
  receiptNumber(use.serial, use.at),
  shortDate(use.at),
  `${use.kindName} ${use.number}`,
  [use.branch, use.counter].filter(Boolean).join(", "),
  words.states[use.state],
  [paidBy(use), use.paidOn && shortDate(use.paidOn), use.paymentReference].filter(Boolean).join(" "),
  formatPesos(use.amount),
];
type SettlementCount = Pick<SettledUse, "branchId" | "branch" | "amount"> & { uses: number };

const countedWith = (known: SettlementCount | undefined, use: SettledUse): SettlementCount => ({
  branchId: use.branchId,
  branch: use.branch,
  uses: (known?.uses ?? 0) + 1,
  amount: (known?.amount ?? 0) + use.amount,
});

const totalCells = (name: string, { uses, amount }: { uses: number; amount: number }) => [
  name,
  formatCount(uses),
  formatPesos(amount),
];
