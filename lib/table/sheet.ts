import { TableFault } from "./fault";
import { unescaped, type WorkbookParts } from "./workbook-parts";
import { attribute, readXml, type XmlReader } from "./xml";
import { type Archive, unpack } from "./zip";

/** Unpacked; 200,000 orders are some 150 MB. */
const LARGEST_SHEET = 700_000_000;
const MOST_COLUMNS = 256;

/** What a cell holds; `day` is ISO, with its time when it has one; `odd` is what no table of ours can hold. */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "number"; number: number }
  | { kind: "day"; text: string }
  | { kind: "odd"; text: string };
export type SheetRow = { line: number; cells: (Cell | undefined)[] };

/** Rows of a sheet that have something in them, as they come. */
export async function* readSheet(archive: Archive, parts: WorkbookParts): AsyncGenerator<SheetRow> {
  const pieces = unpack(archive, parts.sheet, LARGEST_SHEET);
  for await (const rows of readXml<SheetRow>(pieces, (put) => rowReader(parts, put))) yield* rows;
}

function rowReader(parts: WorkbookParts, put: (row: SheetRow) => void): XmlReader {
  let row: SheetRow = { line: 0, cells: [] };
  let column = -1;
  let type = "";
  let style = 0;
  let text = "";
  let listening = false;
  return {
    open: (tag, attributes) => {
      if (tag === "row") {
        row = { line: lineOf(attribute(attributes, "r"), row.line), cells: [] };
        column = -1;
      } else if (tag === "c") {
        column = columnIndex(attribute(attributes, "r"), column);
        type = attribute(attributes, "t") ?? "n";
        style = Number(attribute(attributes, "s") ?? 0);
        text = "";
      } else {
        listening = tag === "v" || tag === "t";
      }
    },
    text: (part) => {
      if (listening) text += part;
    },
    close: (tag) => {
      listening = false;
      if (tag === "c" && text !== "") {
        if (column >= MOST_COLUMNS) throw new TableFault("broken_workbook");
        row.cells[column] = cellOf(type, style, text, parts);
      }
      if (tag === "row" && row.cells.length > 0) put(row);
    },
  };
}

function lineOf(written: string | undefined, before: number): number {
  const line = written === undefined ? before + 1 : Number(written);
  if (!Number.isSafeInteger(line) || line <= before) throw new TableFault("broken_workbook");
  return line;
}

/** "C7" is the third. */
function columnIndex(place: string | undefined, before: number): number {
  if (place === undefined) return before + 1;
  let index = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? "") index = index * 26 + letter.charCodeAt(0) - 64;
  if (index === 0) throw new TableFault("broken_workbook");
  return index - 1;
}

function cellOf(type: string, style: number, text: string, parts: WorkbookParts): Cell {
  if (type === "s") return { kind: "text", text: parts.strings[Number(text)] ?? "" };
  if (type === "str" || type === "inlineStr") return { kind: "text", text: unescaped(text) };
  if (type === "d") return { kind: "day", text: withoutMidnight(text) };
  const number = Number(text);
  if (type !== "n" || !Number.isFinite(number)) return { kind: "odd", text };
  return parts.dayStyles[style] ? dayOf(number, parts.from1904) : { kind: "number", number };
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1);
const DAY_SECONDS = 86_400;

function dayOf(serial: number, from1904: boolean): Cell {
  const day = new Date((from1904 ? FIRST_DAY_1904 : FIRST_DAY) + Math.round(serial * DAY_SECONDS) * 1000);
  if (Number.isNaN(day.getTime())) return { kind: "odd", text: String(serial) };
  return { kind: "day", text: withoutMidnight(day.toISOString().replace(/\.000Z$/, "")) };
}

function withoutMidnight(iso: string): string {
  return iso.replace(/T00:00:00(\.0+)?Z?$/, "");
}
