import { printedCheckCode } from "@/domain/order-code/check-code";
import { type Box, type Doc, fitting, heightOf, LEAST, widthOf, write } from "@/lib/pdf/ink";
import { writtenNit } from "@/model/identity/format";
import type { Geometry } from "./geometry";
import { type Sheet, writeTagged } from "./tagged";
import { paperWords } from "./words";

const CODE = { size: 13, weight: "bold" } as const;
const NUMBER = { size: 18, weight: "bold" } as const;
/** The most that check code and number take of the head's width when they stand under each other. */
const SHARE = 0.62;

type Ink = Box & { text: string; size: number; weight: "regular" | "bold" };
/** Check code and number, each after its label, and where they begin. */
type Facts = { x: number; inks: Ink[] };

/**
 * The caja on the left, check code and number on the right: beside each other as long as that leaves the caja's name
 * readable, else under each other, with the number as large as it fits.
 */
export function drawHead(sheet: Sheet): void {
  const { doc, g, caja } = sheet;
  const start = g.margin + g.rosette + g.small;
  const leftOf = ({ x }: Facts) => ({ x: start, width: x - gapOf(g) - start });
  const row = factsInRow(sheet);
  const facts = isReadable(sheet, leftOf(row).width) ? row : factsInColumn(sheet, g.width - g.margin - start);
  const left = leftOf(facts);
  const nit = caja.nit ? paperWords.nit(writtenNit(caja.nit)) : "";
  const name = { size: nameSize(sheet, left.width), weight: "heavy" } as const;
  const height =
    heightOf(doc, caja.name, left.width, name) +
    ((nit && heightOf(doc, nit, left.width, { size: g.small })) || 0);
  let y = topOf(g, height);
  writeTagged(sheet, "P", () => {
    y = write(doc, caja.name, { ...left, y }, name);
  });
  if (nit)
    writeTagged(sheet, "P", () => {
      write(doc, nit, { ...left, y }, { size: g.small });
    });
  for (const { text, size, weight, ...box } of facts.inks)
    writeTagged(sheet, "P", () => {
      write(doc, text, box, { size, weight, align: "right" });
    });
}

/** The head is centred between the sheet's edge and its band. */
export function headTop(g: Geometry): number {
  return g.headBand - g.rosette - g.small;
}

/** Where a column of the head begins that has to end above the band. */
function topOf(g: Geometry, height: number): number {
  return Math.min(headTop(g), g.headBand - g.small / 2 - height);
}

const gapOf = (g: Geometry) => g.small * 1.8;

function nameSize({ doc, g, caja }: Sheet, width: number): number {
  return fitting(doc, caja.name, width, { size: g.caja, weight: "heavy", lines: 2, most: 3 });
}

/** Whether the caja's NIT fits a line of this width, and its name three lines without a word that is cut. */
function isReadable(sheet: Sheet, width: number): boolean {
  const { doc, g, caja } = sheet;
  if (width < widthOf(doc, paperWords.nit(writtenNit(caja.nit)), g.small)) return false;
  const size = nameSize(sheet, width);
  return size >= LEAST && caja.name.split(" ").every((word) => widthOf(doc, word, size, "heavy") <= width);
}

function factsInRow({ doc, g, order }: Sheet): Facts {
  const facts = [
    { label: paperWords.checkCode, text: printedCheckCode(order.checkCode), ...CODE },
    { label: paperWords.number, text: order.number, ...NUMBER },
  ].map((fact) => ({ ...fact, width: widest(doc, [{ text: fact.label, size: g.small }, fact]) }));
  const first = g.width - g.margin - facts.reduce((sum, { width }) => sum + width, gapOf(g));
  let x = first;
  const y = headTop(g);
  const inks = facts.flatMap(({ label, width, ...value }): Ink[] => {
    const box = { x, width };
    x += width + gapOf(g);
    const below = y + lineOf(doc, g.small) + (NUMBER.size - value.size) * 0.95;
    return [
      { text: label, ...box, y, size: g.small, weight: "regular" },
      { ...value, ...box, y: below },
    ];
  });
  return { x: first, inks };
}

function factsInColumn({ doc, g, order }: Sheet, room: number): Facts {
  const code = { text: printedCheckCode(order.checkCode), ...CODE };
  const codeWidth = widest(doc, [code]);
  const label = { text: paperWords.checkCode, size: g.small, weight: "regular" } as const;
  const asked = Math.max(
    widest(doc, [{ text: order.number, ...NUMBER }]),
    codeWidth + g.small + widest(doc, [label]),
  );
  const width = Math.min(asked, room * SHARE);
  const number = { ...NUMBER, size: fitting(doc, order.number, width, { ...NUMBER, lines: 1 }) };
  const box = { x: g.width - g.margin - width, width };
  const lines = [lineOf(doc, CODE.size), lineOf(doc, g.small), lineOf(doc, number.size)] as const;
  const y = topOf(g, lines[0] + lines[1] + lines[2]);
  const inks: Ink[] = [
    { ...label, ...box, y: y + (CODE.size - g.small) * 0.95, width: width - codeWidth - g.small },
    { ...code, ...box, y },
    { text: paperWords.number, ...box, y: y + lines[0], size: g.small, weight: "regular" },
    { text: order.number, ...box, y: y + lines[0] + lines[1], ...number },
  ];
  return { x: box.x, inks };
}

/** The width of the widest of these lines, a little more, so that none is broken by a rounding. */
function widest(
  doc: Doc,
  lines: readonly { text: string; size: number; weight?: "regular" | "bold" }[],
): number {
  return Math.ceil(Math.max(...lines.map(({ text, size, weight }) => widthOf(doc, text, size, weight)))) + 1;
}

/** The height of a line of this size; all faces have the same. */
function lineOf(doc: Doc, size: number): number {
  return doc.font("regular").fontSize(size).currentLineHeight(true);
}
