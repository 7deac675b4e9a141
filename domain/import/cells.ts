import { type CalendarDay, calendarDay, isCalendarDay } from "@/model/calendar";
import type { FaultCode } from "@/model/import";

export type Fault = {
  line: number;
  /** Column of the file; empty when the whole line is meant. */
  column: string;
  /** What it said. */
  said: string;
  code: FaultCode;
  /** What the words need besides: a limit, the line of the first, the date it is compared with. */
  fact?: string;
};

export type Read<T> = { ok: true; value: T } | { ok: false; code: FaultCode; fact?: string };

export const good = <T>(value: T): Read<T> => ({ ok: true, value });
export const bad = <T>(code: FaultCode, fact?: string): Read<T> => ({ ok: false, code, fact });

/**
 * What a spreadsheet made of a cell: an error of a formula, or what the reader marks as ¿…? because the cell
 * holds a day, a truth or a rounded number where text belongs (lib/table/workbook.ts).
 */
const ODD_CELL = /^\s*(?:¿[\s\S]*\?|#(?:N\/[AD]|[¡¿]?[\p{Lu}/0]+[!?]))\s*$/u;

/** How programs write that they know nothing. As the whole of a cell it is neither data nor an empty cell. */
const NO_DATA = /^\s*(?:null|nan|none|undefined|n\/[ad]|<null>|\(null\)|\\n|#n\/[ad])\s*$/i;

/** Reads a cell by its own rule, unless it holds what no table of ours can. */
export function readCell<T>(cell: string, read: (cell: string) => Read<T>): Read<T> {
  if (ODD_CELL.test(cell)) return bad("odd_cell");
  return NO_DATA.test(cell) ? bad("no_data_word") : read(cell);
}

/** Midnight as machines write it behind a day: 0:00, 00:00:00.000, 12:00:00 a. m. */
const MIDNIGHT = /[\sT]+(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)?\s*a\.?\s*m\.?)$/i;

/** A day: dd/mm/aaaa or ISO, with or without midnight behind it. */
export function readDay(cell: string): Read<CalendarDay> {
  const text = cell.trim().replace(MIDNIGHT, "");
  if (text === "") return bad("empty");
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const parts = local ? [local[3], local[2], local[1]] : iso ? iso.slice(1) : null;
  if (!parts) return bad("day_shape");
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const found = calendarDay(year, month, day);
  if (found) return good(found);
  const [yyyy = "", mm = "", dd = ""] = parts.map((part) => String(part).padStart(2, "0"));
  if (!isCalendarDay(`${yyyy}-${mm}-${dd}`)) return bad("no_such_day");
  return year < 2000 ? bad("day_too_early", "1900-01-01") : bad("day_too_late", "2200-12-31");
}

/** A sign before or behind one mark of pesos, the whole with its groups, the cents. */
const AMOUNT = /^(?!.*\$.*\$)\$?\s*([-−]?)\s*\$?\s*(\d[\d.\s]*)(?:,(\d{1,2}))?$/;

/**
 * Whole pesos: 135000, 135.000, "$ 135.000", "$135.000,00", 135 000. The comma is the decimal mark: "135,000" could be
 * two amounts and is refused.
 */
export function readPesos(cell: string, largest: number): Read<number> {
  const text = cell.trim();
  if (text === "") return bad("empty");
  if (/\p{L}/u.test(text)) return bad("value_letter");
  const [, sign = "", whole = "", cents = ""] = AMOUNT.exec(text) ?? [];
  if (!/^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:\s\d{3})+)$/.test(whole)) return bad("value_shape");
  if (/[1-9]/.test(cents)) return bad("value_not_whole");
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=.)/, "");
  if (sign || digits === "0") return bad("value_not_positive");
  if (digits.length > 15 || Number(digits) > largest) return bad("value_too_large", String(largest));
  return good(Number(digits));
}
