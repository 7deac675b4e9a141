import { readFileSync } from "node:fs";
import path from "node:path";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";

export type Doc = PDFKit.PDFDocument;
type Weight = "regular" | "bold" | "heavy";
export type Box = { x: number; y: number; width: number };
export type Face = { size: number; weight?: Weight; align?: "left" | "right" };

const files: Record<Weight, string> = {
  regular: "papel-400.ttf",
  bold: "papel-700.ttf",
  heavy: "papel-800.ttf",
};

/** The faces of the paper: Atkinson Hyperlegible's letters with Archivo's figures, whose zero has no slash. */
export function loadFaces(doc: Doc): void {
  for (const [weight, file] of Object.entries(files))
    doc.registerFont(weight, readFileSync(path.join(process.cwd(), "lib/pdf/fonts", file)));
}

/**
 * Text that the faces can draw. Entry and import refuse letters that they lack; what is older than that rule shows
 * such a letter as "¤", which nobody takes for one.
 */
export function drawable(text: string): string {
  const missing = new Set(missingCharacters(text));
  const plain = transliterate(text);
  return missing.size === 0
    ? plain
    : Array.from(plain, (letter) => (missing.has(letter) ? "¤" : letter)).join("");
}

/** Writes a line or a few; gives back where they end. */
export function write(doc: Doc, raw: string, box: Box, { size, weight = "regular", align }: Face): number {
  const text = drawable(raw);
  const options = { width: box.width, align, lineGap: size * 0.04 };
  doc.font(weight).fontSize(size).fillColor("black");
  const height = doc.heightOfString(text, options);
  doc.text(text, box.x, box.y, options);
  return box.y + height;
}

/** How high a text is in the lines that it takes. */
export function heightOf(doc: Doc, raw: string, width: number, { size, weight = "regular" }: Face): number {
  return doc
    .font(weight)
    .fontSize(size)
    .heightOfString(drawable(raw), { width, lineGap: size * 0.04 });
}

export function widthOf(doc: Doc, text: string, size: number, weight: Weight = "regular"): number {
  return doc.font(weight).fontSize(size).widthOfString(drawable(text));
}

/** Smaller letters are hard to read on paper: a text takes more lines before it gets them. */
export const LEAST = 8;

/**
 * The largest size, no larger than asked, at which the text takes no more than `lines`; before letters get smaller
 * than 8 points it may take up to `most`.
 */
export function fitting(
  doc: Doc,
  raw: string,
  width: number,
  { size, weight = "regular", lines, most = lines }: Face & { lines: number; most?: number },
): number {
  const text = drawable(raw);
  const fits = (at: number, count: number) => {
    doc.font(weight).fontSize(at);
    return doc.heightOfString(text, { width }) < doc.currentLineHeight(true) * (count + 0.5);
  };
  for (let at = size; at > size / 2; at -= 0.5) {
    if (fits(at, lines)) return at;
    if (at - 0.5 < LEAST) for (let count = lines + 1; count <= most; count++) if (fits(at, count)) return at;
  }
  return size / 2;
}

/**
 * A cell of a table that says one thing, or several under each other. Each is a paragraph of its own: a reader of the
 * page joins what stands in one piece of content without a space, "$135.000CIENTO TREINTA".
 */
export function cellOf(doc: Doc, inks: readonly (() => void)[]): PDFKit.PDFStructureElement {
  const [only, ...more] = inks;
  if (only && more.length === 0) return doc.struct("TD", {}, only);
  return doc.struct(
    "TD",
    {},
    inks.map((ink) => doc.struct("P", {}, ink)),
  );
}

/** Draws an artifact, which screen readers skip. */
export function decorate(doc: Doc, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}

export function rule(doc: Doc, x1: number, x2: number, y: number, weight: number): void {
  doc.lineWidth(weight).strokeColor("black").moveTo(x1, y).lineTo(x2, y).stroke();
}
