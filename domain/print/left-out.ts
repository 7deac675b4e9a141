import type { Geometry } from "@/domain/print/geometry";
import { type Doc, write } from "@/lib/pdf/ink";
import type { LeftOut } from "./order-sheet";
import { paperWords } from "./words";

/** Draws the orders of a batch that could not be printed, on pages of their own behind the others. */
export function drawLeftOut(
  doc: Doc,
  root: PDFKit.PDFStructureElement,
  { width, height, margin, kind, body, air }: Geometry,
  leftOut: readonly LeftOut[],
): void {
  const { title, text, why } = paperWords.leftOut;
  const box = { x: margin, width: width - 2 * margin };
  const part = doc.struct("Sect");
  root.add(part);
  let y = height;
  const add = (tag: "H1" | "P", words: string, size: number, heavy = false) => {
    if (y > height - 2 * margin) {
      doc.addPage({ size: [width, height], margin: 0 });
      y = margin;
    }
    part.add(
      doc.struct(tag, {}, () => {
        y = write(doc, words, { ...box, y }, { size, weight: heavy ? "heavy" : "regular" }) + air;
      }),
    );
  };
  add("H1", title, kind, true);
  add("P", text, body);
  for (const order of leftOut) add("P", `${order.number}: ${why[order.why]}.`, body);
  part.end();
}
