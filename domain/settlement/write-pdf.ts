import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { SettledUse } from "@/db/queries/settlement";
import type { StatementFile } from "@/domain/settlement/statement";
import { branchTotals, totalOf } from "@/domain/settlement/totals";
import { receiptNumber } from "@/domain/use/receipt-number";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { type Doc, decorate, fitting, rule, write } from "@/lib/pdf/ink";
import { taggedDocument } from "@/lib/pdf/tagged-document";
import { settlement as words } from "@/messages/es-CO/settlement";

const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const SIZE = 9;
const ROW = 16;

type Column = { label: string; width: number; align?: "right" };
const columns: readonly Column[] = [
  { label: words.columns.receipt, width: 76 },
  { label: words.columns.date, width: 54 },
  { label: words.columns.order, width: 170 },
  { label: words.columns.counter, width: 92 },
  { label: words.columns.state, width: 58 },
  { label: words.columns.amount, width: 66, align: "right" },
];
const totals: readonly Column[] = [
  { label: words.branches, width: 346 },
  { label: words.columns.count, width: 104 },
  { label: words.columns.amount, width: 66, align: "right" },
];

type Head = { caja: string; provider: string };
type Sheet = { doc: Doc; root: PDFKit.PDFStructureElement; foot: string; y: number; page: number };

/**
 * Writes the statement as a tagged PDF of Letter pages, black on white, and ends the stream. Rows leave as they
 * are read; the provider, the period and the page stand at the foot of every page.
 */
export async function writeStatement(statement: StatementFile, head: Head, out: Writable): Promise<void> {
  const doc = taggedDocument(`${words.ownTitle} · ${head.provider}`, head.caja);
  const done = finished(out);
  done.catch(() => doc.destroy());
  doc.pipe(out);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const { from, to } = statement.period;
  const period = words.period(shortDate(from), shortDate(to));
  const sheet: Sheet = { doc, root, foot: `${head.provider} · ${period}`, y: 0, page: 0 };
  try {
    turnPage(sheet);
    writeTagged(sheet, "H1", words.ownTitle, 22);
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

function turnPage(sheet: Sheet): void {
  const { doc, foot } = sheet;
  doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  sheet.y = MARGIN;
  sheet.page += 1;
  const y = HEIGHT - MARGIN + 12;
  decorate(doc, () => {
    const size = fitting(doc, foot, INNER - 70, { size: 8, lines: 1 });
    write(doc, foot, { x: MARGIN, y, width: INNER - 70 }, { size });
    const box = { x: WIDTH - MARGIN - 66, y, width: 66 };
    write(doc, words.onPage(String(sheet.page)), box, { size: 8, align: "right" });
  });
}

function writeTagged(sheet: Sheet, kind: "H1" | "P", text: string, size: number): void {
  const { doc, root, y } = sheet;
  const weight = kind === "P" ? "regular" : "heavy";
  root.add(
    doc.struct(kind, {}, () => {
      sheet.y = write(doc, text, { x: MARGIN, y, width: INNER }, { size, weight }) + 3;
    }),
  );
}

/** A table that is written line by line; its head is drawn again on each page that it reaches. */
function startTable(sheet: Sheet, shape: readonly Column[]) {
  const { doc, root } = sheet;
  const part = doc.struct("Table");
  root.add(part);
  const labels = shape.map(({ label }) => label);
  const draw = (cells: readonly string[], weight: "bold" | "regular") => {
    let x = MARGIN;
    return shape.map(({ width, align }, at) => {
      const box = { x, y: sheet.y + 3, width: width - 6 };
      x += width;
      const text = cells[at] ?? "";
      return () => {
        const size = fitting(doc, text, box.width, { size: SIZE, weight, lines: 1 });
        write(doc, text, box, { size, weight, align });
      };
    });
  };
  const close = (thick: number) => {
    sheet.y += ROW;
    decorate(doc, () => rule(doc, MARGIN, WIDTH - MARGIN, sheet.y, thick));
  };
  const writeRow = (cells: readonly string[], kind: "TH" | "TD") => {
    const inks = draw(cells, kind === "TH" ? "bold" : "regular").map((ink) =>
      doc.struct(kind, (kind === "TH" ? { scope: "Column" } : {}) as object, ink),
    );
    const row = doc.struct("TR", {}, inks);
    part.add(row);
    row.end();
    close(kind === "TH" ? 1.2 : 0.3);
  };
  const fits = (rows: number) => sheet.y + rows * ROW <= HEIGHT - MARGIN;
  if (!fits(3)) turnPage(sheet);
  writeRow(labels, "TH");
  return {
    line(cells: readonly string[]) {
      if (!fits(1)) {
        turnPage(sheet);
        const inks = draw(labels, "bold");
        decorate(doc, () => {
          for (const ink of inks) ink();
        });
        close(1.2);
      }
      writeRow(cells, "TD");
    },
    end: () => part.end(),
  };
}
