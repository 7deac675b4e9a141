import { type Cell, cellOf } from "./cell";
import { TableFault } from "./fault";
import { LONGEST_TEXT, unescaped, type WorkbookParts } from "./workbook-parts";
import { attribute, readXml, type XmlReader } from "./xml";
import { type Archive, unpack } from "./zip";

/** Unpacked; a workbook of 200,000 rows is some 150 MB. */
const LARGEST_SHEET = 700_000_000;
const MOST_COLUMNS = 256;
/** More merged cells than any person makes. */
const MOST_COVERED = 1_000_000;

export type SheetRow = { line: number; cells: (Cell | undefined)[]; hidden: boolean };

/** Rows of a sheet that have something in them, as they come. */
export async function* readSheet(
  archive: Archive,
  part: string,
  parts: WorkbookParts,
): AsyncGenerator<SheetRow> {
  const pieces = unpack(archive, part, LARGEST_SHEET);
  for await (const rows of readXml<SheetRow>(pieces, (emit) => rowReader(parts, emit))) yield* rows;
}

function rowReader(parts: WorkbookParts, emit: (row: SheetRow) => void): XmlReader {
  let row: SheetRow = { line: 0, cells: [], hidden: false };
  let hidesOthers = false; // The sheet hides each row that has no height of its own.
  let column = -1;
  let type = "";
  let style = 0;
  let text = "";
  let formula = false;
  let listening = false;
  let aside = false; // Phonetic hints of East Asian texts are no part of the cell.
  return {
    open: (tag, attributes) => {
      if (tag === "sheetFormatPr") hidesOthers = isTrue(attribute(attributes, "zeroHeight"));
      else if (tag === "row") {
        // A row without height is seen no more than one that says that it is hidden.
        const [flag, height] = [attribute(attributes, "hidden"), attribute(attributes, "ht")];
        const hidden =
          isTrue(flag) || (height === undefined ? hidesOthers && flag === undefined : Number(height) === 0);
        row = { line: lineOf(attribute(attributes, "r"), row.line), cells: [], hidden };
        column = -1;
      } else if (tag === "c") {
        column = columnIndex(attribute(attributes, "r"), column);
        type = attribute(attributes, "t") ?? "n";
        style = Number(attribute(attributes, "s") ?? 0);
        text = "";
        formula = false;
      } else if (tag === "f") formula = true;
      else if (tag === "rPh") aside = true;
      else listening = (tag === "v" || tag === "t") && !aside;
    },
    text: (part) => {
      if (!listening) return;
      text += part;
      // A text comes in any number of pieces, and together they would fill the memory.
      if (text.length > LONGEST_TEXT) throw new TableFault("long_line", [String(row.line)]);
    },
    close: (tag) => {
      listening = false;
      if (tag === "rPh") aside = false;
      if (tag === "c" && (text !== "" || formula)) {
        if (column >= MOST_COLUMNS) throw new TableFault("too_wide", [String(MOST_COLUMNS)]);
        if (row.cells[column]) throw new TableFault("broken_workbook");
        const inline = type === "str" || type === "inlineStr";
        row.cells[column] = cellOf(type, style, inline ? unescaped(text) : text, parts);
      }
      if (tag === "row" && row.cells.length > 0) emit(row);
    },
  };
}

const isTrue = (flag: string | undefined) => /^(?:1|true)$/.test(flag ?? "");

/** Cells that a merged one covers, beginning with its second line, by line: what they say stands elsewhere. */
export async function coveredCells(archive: Archive, part: string): Promise<Map<number, Set<number>>> {
  const covered = new Map<number, Set<number>>();
  if (!(await mentions(archive, part, "mergeCell "))) return covered;
  let left = MOST_COVERED;
  const pieces = unpack(archive, part, LARGEST_SHEET);
  const reader: XmlReader = {
    open: (tag, attributes) => {
      if (tag !== "mergeCell") return;
      left = cover(covered, attribute(attributes, "ref") ?? "", left);
      if (left < 0) throw new TableFault("broken_workbook");
    },
  };
  for await (const _ of readXml(pieces, () => reader));
  return covered;
}

/** Adds what one merged cell covers; answers how many cells may still come. */
function cover(covered: Map<number, Set<number>>, ref: string, most: number): number {
  const [, from = "", top = "", to = "", bottom = ""] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref) ?? [];
  const [left, right] = [columnNumber(from), Math.min(columnNumber(to), MOST_COLUMNS)];
  const after = most - (Number(bottom) - Number(top) + 1) * (right - left + 1);
  if (after < 0) return after;
  for (let line = Number(top); line <= Number(bottom); line++) {
    const columns = covered.get(line) ?? new Set();
    covered.set(line, columns);
    for (let at = left; at <= right; at++) if (line !== Number(top) || at !== left) columns.add(at - 1);
  }
  return after;
}

/** Whether a part has these letters: most have no merged cell, and are not read twice. */
async function mentions(archive: Archive, part: string, letters: string): Promise<boolean> {
  let end: Buffer = Buffer.alloc(0);
  for await (const piece of unpack(archive, part, LARGEST_SHEET)) {
    if (piece.includes(letters) || Buffer.concat([end, piece.subarray(0, letters.length)]).includes(letters))
      return true;
    end = piece.subarray(-letters.length);
  }
  return false;
}

function lineOf(written: string | undefined, before: number): number {
  const line = written === undefined ? before + 1 : Number(written);
  if (!Number.isSafeInteger(line) || line <= before) throw new TableFault("broken_workbook");
  return line;
}

/** The index of the column in a cell's reference: "C7" is in the third. */
function columnIndex(place: string | undefined, before: number): number {
  if (place === undefined) return before + 1;
  const index = columnNumber(/^[A-Z]{1,3}/.exec(place)?.[0] ?? "");
  if (index === 0) throw new TableFault("broken_workbook");
  return index - 1;
}

/** The number of a column's letters: "C" is 3. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
