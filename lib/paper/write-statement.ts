import PDFDocument from "pdfkit";
import { receiptNumber } from "@/domain/order/receipt-number";
import type { Statement } from "@/domain/settlement/statement";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { settlement as words } from "@/messages/es-CO/settlement";
import { type Doc, decorate, fitting, loadFaces, rule, write } from "./ink";

const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 48;
const SIZE = 9;
const ROW = 16;

const columns = [
  { label: words.columns.receipt, width: 96 },
  { label: words.columns.date, width: 62 },
  { label: words.columns.order, width: 176 },
  { label: words.columns.place, width: 104 },
  { label: words.columns.amount, width: 78, align: "right" as const },
];

type Head = { caja: string; provider: string };

/** The statement as a tagged PDF of Letter pages, black on white; its head stands on every page. */
export function writeStatement(statement: Statement, head: Head): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    tagged: true,
    lang: "es-CO",
    displayTitle: true,
    info: { Title: `${words.ownTitle} · ${head.provider}`, Author: head.caja },
  });
  loadFaces(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  const say = (kind: "H1" | "H2" | "P", text: string, y: number, size: number) => {
    let end = y;
    root.add(
      doc.struct(kind, {}, () => {
        const weight = kind === "P" ? "regular" : "heavy";
        end = write(doc, text, { x: MARGIN, y, width: WIDTH - 2 * MARGIN }, { size, weight });
      }),
    );
    return end;
  };
  const { from, to } = statement.period;
  let y = say("H1", words.ownTitle, MARGIN, 22);
  y = say("P", head.provider, y + 4, 12);
  y = say("P", head.caja, y + 2, 10);
  y = say("P", words.period(shortDate(from), shortDate(to)), y + 2, 10) + 10;
  y = table(doc, root, columns, statement.uses.map(cellsOf), y);
  y = table(doc, root, totals, totalCells(statement), y + 14);
  root.end();
  doc.end();
  return doc;
}

const cellsOf = (use: Statement["uses"][number]) => [
  receiptNumber(use.serial, use.at),
  shortDate(use.at),
  `${use.kindName} ${use.number}`,
  use.branch ?? "",
  formatPesos(use.amount),
];

const totals = [
  { label: words.branches, width: 334 },
  { label: words.columns.count, width: 104 },
  { label: words.columns.amount, width: 78, align: "right" as const },
];
const totalCells = ({ branches, uses, total }: Statement) => [
  ...branches.map(({ branch, uses: count, amount }) => [
    branch ?? words.noBranch,
    formatCount(count),
    formatPesos(amount),
  ]),
  [words.total, formatCount(uses.length), formatPesos(total)],
];

type Column = { label: string; width: number; align?: "right" };

function table(
  doc: Doc,
  root: PDFKit.PDFStructureElement,
  shape: readonly Column[],
  rows: readonly string[][],
  top: number,
): number {
  const part = doc.struct("Table");
  root.add(part);
  let y = top;
  const line = (cells: readonly string[], kind: "TH" | "TD") => {
    if (y + ROW > HEIGHT - MARGIN) {
      doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
      y = MARGIN;
    }
    const start = y;
    const weight = kind === "TH" ? ("bold" as const) : ("regular" as const);
    let x = MARGIN;
    const inks = shape.map(({ width, align }, at) => {
      const box = { x, y: start + 3, width: width - 6 };
      x += width;
      const text = cells[at] ?? "";
      return doc.struct(kind, (kind === "TH" ? { scope: "Column" } : {}) as object, () => {
        const size = fitting(doc, text, box.width, { size: SIZE, weight, lines: 1 });
        write(doc, text, box, { size, weight, align });
      });
    });
    part.add(doc.struct("TR", {}, inks));
    y += ROW;
    decorate(doc, () => rule(doc, MARGIN, WIDTH - MARGIN, y, kind === "TH" ? 1.2 : 0.3));
  };
  line(
    shape.map(({ label }) => label),
    "TH",
  );
  for (const cells of rows) line(cells, "TD");
  part.end();
  return y;
}
