import type { Doc } from "@/lib/pdf/ink";
import type { Geometry } from "./geometry";
import type { PaperCaja, PaperOrder } from "./order-sheet";

/** A page that is drawn: its part of the document's structure, its measures and what it says. */
export type Sheet = {
  doc: Doc;
  part: PDFKit.PDFStructureElement;
  g: Geometry;
  order: PaperOrder;
  caja: PaperCaja;
};

/** Writes a paragraph or a heading of the page's structure. */
export function writeTagged(sheet: Sheet, kind: "H1" | "H2" | "P", draw: () => void): void {
  sheet.part.add(sheet.doc.struct(kind, {}, draw));
}
