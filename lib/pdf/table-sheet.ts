import { type Doc, decorate, fitting, heightOf, rule, write } from "@/lib/pdf/ink";

const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const SIZE = 9;
/** The least height of a row, and the air above its text and below it. */
const ROW = 16;
const ABOVE = 3;
const BELOW = 2;
/** The most lines of a cell: the longest text in the narrowest column takes fewer. */
const MOST_LINES = 30;

/** A column of a table; the widths of a table add up to 516 points. */
export type SheetColumn = { label: string; width: number; align?: "right" };
/** A document of Letter pages that is written from top to bottom; `y` is where the next line goes. */
export type Sheet = {
  doc: Doc;
  root: PDFKit.PDFStructureElement;
  /** At the foot of every page, with the page's number. */
  foot: string;
  onPage: (page: string) => string;
  y: number;
  page: number;
};

/** Begins a new page. */
export function turnPage(sheet: Sheet): void {
  const { doc, foot, onPage } = sheet;
  doc.addPage({ size: [WIDTH, HEIGHT], margin: 0 });
  sheet.y = MARGIN;
  sheet.page += 1;
  const y = HEIGHT - MARGIN + 12;
  decorate(doc, () => {
    const size = fitting(doc, foot, INNER - 70, { size: 8, lines: 1, most: 2 });
    write(doc, foot, { x: MARGIN, y, width: INNER - 70 }, { size });
    const box = { x: WIDTH - MARGIN - 66, y, width: 66 };
    write(doc, onPage(String(sheet.page)), box, { size: 8, align: "right" });
  });
}

/** A heading or a paragraph. */
export function writeTagged(sheet: Sheet, kind: "H1" | "P", text: string, size: number): void {
  const { doc, root, y } = sheet;
  const weight = kind === "P" ? "regular" : "heavy";
  root.add(
    doc.struct(kind, {}, () => {
      sheet.y = write(doc, text, { x: MARGIN, y, width: INNER }, { size, weight }) + 3;
    }),
  );
}

/** A table that is written line by line; its head is drawn again on each page that it reaches. */
export function startTable(sheet: Sheet, shape: readonly SheetColumn[]) {
  const { doc, root } = sheet;
  const part = doc.struct("Table");
  root.add(part);
  const labels = shape.map(({ label }) => label);
  const lay = (cells: readonly string[], weight: "bold" | "regular") => {
    let x = MARGIN;
    let height = ROW;
    const placed = shape.map(({ width, align }, at) => {
      const [text, column] = [cells[at] ?? "", { x, width: width - 6 }];
      x += width;
      const size = fitting(doc, text, column.width, { size: SIZE, weight, lines: 1, most: MOST_LINES });
      height = Math.max(height, ABOVE + heightOf(doc, text, column.width, { size, weight }) + BELOW);
      return { text, column, face: { size, weight, align } };
    });
    const inks = placed.map(({ text, column, face }) => () => {
      write(doc, text, { ...column, y: sheet.y + ABOVE }, face);
    });
    return { inks, height };
  };
  type Row = ReturnType<typeof lay>;
  const close = ({ height }: Row, thick: number) => {
    sheet.y += height;
    decorate(doc, () => rule(doc, MARGIN, WIDTH - MARGIN, sheet.y, thick));
  };
  const writeRow = (laid: Row, kind: "TH" | "TD") => {
    const inks = laid.inks.map((ink) =>
      doc.struct(kind, (kind === "TH" ? { scope: "Column" } : {}) as object, ink),
    );
    const row = doc.struct("TR", {}, inks);
    part.add(row);
    row.end();
    close(laid, kind === "TH" ? 1.2 : 0.3);
  };
  const fits = (height: number) => sheet.y + height <= HEIGHT - MARGIN;
  const head = lay(labels, "bold");
  if (!fits(head.height + 2 * ROW)) turnPage(sheet);
  writeRow(head, "TH");
  return {
    /** `onNewPage` is written instead where the line is the first of its page. */
    line(cells: readonly string[], onNewPage = cells) {
      let laid = lay(cells, "regular");
      if (!fits(laid.height)) {
        laid = lay(onNewPage, "regular");
        turnPage(sheet);
        decorate(doc, () => {
          for (const ink of head.inks) ink();
        });
        close(head, 1.2);
      }
      writeRow(laid, "TD");
    },
    end: () => part.end(),
  };
}
