import { bandOperators, rosetteOperators } from "./guilloche";
import type { Doc } from "./ink";

type Part = { width: number; height: number; reference: PDFKit.PDFKitReference };
export type Ornament = { band: Part; rosette: Part };

/** The guilloches, written once into the file however many pages show them. */
export function ornamentOf(doc: Doc, width: number, band: number, rosette: number): Ornament {
  return {
    band: part(doc, width, band, bandOperators(width, band)),
    rosette: part(doc, rosette, rosette, rosetteOperators(rosette)),
  };
}

function part(doc: Doc, width: number, height: number, operators: string): Part {
  const reference = doc.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, width, height],
    Resources: {},
  });
  reference.end(operators);
  return { width, height, reference };
}

/** Puts a part with its upper left corner at x, y. */
export function place(doc: Doc, name: string, { height, reference }: Part, x: number, y: number): void {
  const page = doc.page as typeof doc.page & { xobjects: Record<string, PDFKit.PDFKitReference> };
  page.xobjects[name] = reference;
  doc.save();
  // Forms are drawn upwards; the page's own turn is undone for them.
  doc.transform(1, 0, 0, -1, x, y + height);
  doc.addContent(`/${name} Do`);
  doc.restore();
}
