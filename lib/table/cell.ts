import type { WorkbookParts } from "./workbook-parts";

/**
 * What a cell holds; `day` is ISO, with its time when it has one; `power` is a number shown in powers of ten, which a
 * spreadsheet makes of a text such as 8E6; `odd` is what no table of ours can hold.
 */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "number" | "power"; number: number }
  | { kind: "day"; text: string }
  | { kind: "odd"; text: string };

/** What stands for a formula whose result the file does not carry. */
export const NO_RESULT = "fórmula sin resultado";
/** What stands for a cell that a merged one covers. */
export const MERGED = "celda combinada";
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A cell by its type, its style and its text; what cannot be understood is odd, and never empty. */
export function cellOf(
  type: string,
  style: number,
  text: string,
  { strings, styles, from1904 }: Pick<WorkbookParts, "strings" | "styles" | "from1904">,
): Cell {
  if (text === "") return { kind: "odd", text: NO_RESULT };
  if (type === "s") {
    const shared = /^\d+$/.test(text) ? strings[Number(text)] : undefined;
    return shared === undefined ? { kind: "odd", text } : { kind: "text", text: shared };
  }
  if (type === "str" || type === "inlineStr") return { kind: "text", text };
  if (type === "d") return { kind: "day", text: withoutMidnight(text) };
  const number = Number(text);
  if (type !== "n" || !NUMBER.test(text) || !Number.isFinite(number)) return { kind: "odd", text };
  const kind = styles[style] ?? "number";
  return kind === "day" ? dayOf(number, from1904) : { kind, number };
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1);
const DAY_MS = 86_400_000;

function dayOf(serial: number, from1904: boolean): Cell {
  // Not by seconds: the last half of a day's last second would be the next day.
  const day = new Date((from1904 ? FIRST_DAY_1904 : FIRST_DAY) + Math.round(serial * DAY_MS));
  if (Number.isNaN(day.getTime())) return { kind: "odd", text: String(serial) };
  return { kind: "day", text: withoutMidnight(day.toISOString().replace(/(?:\.000)?Z$/, "")) };
}

function withoutMidnight(iso: string): string {
  return iso.replace(/T00:00:00(\.0+)?Z?$/, "");
}

/** Nothing, blanks, or a formula that has no result: what formulas dragged below the last row leave. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (!cell) return true;
  return cell.kind === "text" ? cell.text.trim() === "" : cell.kind === "odd" && cell.text === NO_RESULT;
}
