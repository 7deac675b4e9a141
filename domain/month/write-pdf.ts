import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { monthAndYear, monthName, shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { type Sheet, type SheetColumn, startTable, turnPage, writeTagged } from "@/lib/pdf/table-sheet";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { monthReport as words } from "@/messages/es-CO/month-report";
import { writtenNit } from "@/model/identity/format";
import type { MonthReport } from "./read-report";
import { type ReportRow, reportRows } from "./report-rows";

const headings = {
  total: words.total,
  kinds: words.byKind,
  offices: words.byOffice,
  providers: words.byProvider,
  requests: words.requestsTitle,
  renewals: words.renewalsTitle,
} satisfies Record<ReportRow["table"], string>;

const shapeOf = (report: MonthReport, label: string): readonly SheetColumn[] => [
  { label, width: 150 },
  { label: words.columns.figure, width: 106 },
  { label: words.columns.count, width: 50, align: "right" },
  { label: monthName(report.month, "es-CO"), width: 82, align: "right" },
  { label: words.columns.before, width: 46, align: "right" },
  { label: monthName(report.before, "es-CO"), width: 82, align: "right" },
];

const counted = (count: number | null) => (count === null ? "" : formatCount(count));
const money = (amount: number | null) => (amount === null ? "" : formatPesos(amount));

/** Writes the report as a tagged PDF of Letter pages, black on white, and ends the stream. */
export async function writeReport(report: MonthReport, caja: string, out: Writable): Promise<void> {
  const title = words.titleOf(monthAndYear(report.month, "es-CO"));
  const doc = taggedDocument(title, caja);
  const done = finished(out);
  done.catch(() => doc.destroy());
  doc.pipe(out);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet: Sheet = { doc, root, foot: `${caja} · ${title}`, onPage: words.onPage, y: 0, page: 0 };
  try {
    turnPage(sheet);
    writeTagged(sheet, "H1", title, 22);
    writeTagged(sheet, "P", caja, 12);
    const days = words.days(shortDate(report.days.from), shortDate(report.days.to));
    writeTagged(sheet, "P", `${days}. ${words.compared(monthAndYear(report.before, "es-CO"))}`, 10);
    if (report.isRunning) writeTagged(sheet, "P", words.running, 10);
    writeTagged(sheet, "P", words.means, 9);
    const rows = reportRows(report, words);
    for (const [table, heading] of Object.entries(headings)) {
      const own = rows.filter((row) => row.table === table);
      if (own.length === 0) continue;
      sheet.y += 12;
      const part = startTable(sheet, shapeOf(report, heading));
      let last = "";
      for (const { name, nit, figure, count, amount, before, amountBefore } of own) {
        // A name stands once, at its first figure, and again on each page; two companies may have the same one.
        const called = nit === null || nit === name ? name : `${name} ${writtenNit(nit)}`;
        const figures = [figure, counted(count), money(amount), counted(before), money(amountBefore)];
        part.line([called === last ? "" : called, ...figures], [called, ...figures]);
        last = called;
        if (out.writableNeedDrain) await Promise.race([once(out, "drain"), done]);
      }
      part.end();
    }
  } catch (error) {
    out.destroy();
    throw error;
  }
  root.end();
  doc.end();
  await done;
}
