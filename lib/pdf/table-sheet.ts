import { type Doc, decorate, fitting, rule, write } from "@/lib/pdf/ink";

const WIDTH = 612;
const HEIGHT = 792;
const MARGIN = 48;
const INNER = WIDTH - 2 * MARGIN;
const SIZE = 9;
const ROW = 16;

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
    const size = fitting(doc, foot, INNER - 70, { size: 8, lines: 1 });
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
