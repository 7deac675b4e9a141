import { hasTooManyMarks } from "@/lib/format/normal-form";
import { MERGED, NO_RESULT } from "@/lib/table/cell";
import { columnName } from "@/lib/table/header";
import { type CalendarDay, calendarDay, isCalendarDay } from "@/model/calendar";
import type { FaultCode } from "@/model/import";

export type Fault = {
  line: number;
  /** Column of the file; empty when the whole line is meant. */
  column: string;
  /** The text of the cell. */
  cell: string;
  code: FaultCode;
  /** Values for the message: a limit, the line of the first, or the date that it is compared with. */
  fact?: string;
};

export type Read<T> = { ok: true; value: T } | { ok: false; code: FaultCode; fact?: string };

export const good = <T>(value: T): Read<T> => ({ ok: true, value });
export const bad = <T>(code: FaultCode, fact?: string): Read<T> => ({ ok: false, code, fact });

/**
 * What a spreadsheet made of a cell: an error of a formula, figures that did not fit in its width, or what the reader
 * marks as ¿…? because the cell holds a day, a truth or a rounded number where text belongs (lib/table/workbook.ts).
 */
const ODD_CELL = /^\s*(?:¿([\s\S]*)\?|(#(?:N\/[AD]|[¡¿]?[\p{Lu}_/0]+[!?])|Err:\d{3}|#{3,}))\s*$/u;

/** Placeholders of programs for missing values. Such a cell is neither data nor empty. */
const NO_DATA =
  /^\s*(?:[[<("']?-?(?:null|nulo|nil|nan|nat|none|undefined|n\/[ad]|na|n\.[ad]\.)[\])>"']?|\\n|#n\/[ad])\s*$/i;

/**
 * Signs that do not show: control and format signs, halves of a pair, what no alphabet has, marks under a tower of
 * others. Line ends are let by.
 */
export function hasHiddenSigns(text: string): boolean {
  return /[^\P{C}\t\n\r]|[\ufff0-\uffff]/u.test(text) || hasTooManyMarks(text);
}

/** A formula as a spreadsheet or Lotus begins it. */
const FORMULA = /^\s*(?:=|\+\$?[A-Z]{1,3}\$?\d{1,7}\s*$)/i;

/** A name of words behind the sign: no spreadsheet computes it, and our own export writes such a text as it is. */
const OF_WORDS = /^\s*=\p{L}+(?: [\p{L}\d]+)+\s*$/u;

/** `=HYPERLINK("http://x")` asks for no cell, so that nothing of the file is lost in it: a text like any other. */
const OF_TEXTS = /^\s*=\s*[A-Z.]+\(\s*"[^"]*"(?:\s*[,;]\s*"[^"]*")*\s*\)\s*$/i;

/** Reads a cell by its rule, unless it contains damage that no cell may have. */
export function readCell<T>(cell: string, read: (cell: string) => Read<T>): Read<T> {
  const [odd, marked, error] = ODD_CELL.exec(cell) ?? [];
  if (odd !== undefined) return bad("odd_cell", error ?? kindOfOdd(marked ?? ""));
  if (NO_DATA.test(cell)) return bad("no_data_word", cell.trim());
  // A text takes every letter, so that no reader of one would refuse it.
  if (FORMULA.test(cell) && !OF_TEXTS.test(cell) && !OF_WORDS.test(cell)) return bad("odd_cell", "formula");
  // A mark of a program looks empty, and takes the place of what was lost.
  if (cell.trim() === "" && hasHiddenSigns(cell)) return bad("control_characters");
  const result = read(cell);
  if (result.ok) return result;
  // The cell is refused in any case; what can be mended is named as the cause.
  if (FORMULA.test(cell)) return bad("odd_cell", "formula");
  return /^\s*['’`][\p{L}\d]/u.test(cell) ? bad("odd_cell", "apostrophe") : result;
}

/**
 * The kind of damage in a marked cell, for the fault's text. The cell itself may hold personal data and is not
 * repeated.
 */
function kindOfOdd(text: string): string {
  if (text === NO_RESULT) return "result";
  if (text === MERGED) return "merged";
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return "day";
  if (/^#[^\d]+$/.test(text)) return text.slice(0, 20);
  return /^-?\d{5,}|e\+/i.test(text) ? "rounded" : "";
}

/** An empty cell, a repeated column header, a ruler, or the word for a sum. */
export function namesNothing(column: string, cell: string): boolean {
  return (
    columnName(cell) === column || /^(?:[-=_*]{2,}|(?:gran\s+|sub)?total(?:es)?\b.*)?$/i.test(cell.trim())
  );
}

/** The longest day that is read, with midnight and the spaces before it; of more figures no amount is meant. */
const LONGEST_DAY = 60;
const LONGEST_AMOUNT = 1_000;

/** Midnight as machines write it behind a day: 0:00, 00:00:00.000, 12:00:00 a. m. */
const MIDNIGHT = /(?<![\sT])[\sT]+(?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)?\s*a\.?\s*m\.?)$/i;

/** The same with the letters of an English program, which may write the month first. */
const ENGLISH = /\d\s*[AP]M$/i;

/** Why a day that can be read in two ways is not read; without it the day comes first. */
export type DayDoubt = {
  /** A line whose day has its month first for sure, where there are so many that the others may be so too. */
  monthFirst: number | null;
  /** Days with AM behind them may have their month first: nothing in the file tells. */
  english: boolean;
  /**
   * A line with a text that only has its day first, where the program that left it so may have turned round the days of
   * the workbook.
   */
  turned: number | null;
};

/** A day without the midnight behind it; of a longer text nothing that is one. */
function dayText(cell: string): string {
  const text = cell.trim();
  return text.length > LONGEST_DAY ? "…" : text.replace(MIDNIGHT, "");
}

/** Whether a day could be read with its month first, as another one. */
export const isExchangeable = (day: number, month: number) => day <= 12 && month <= 12 && day !== month;

/** The parts of a day in figures, and whether its month could come first. */
export function dayParts(cell: string) {
  const text = dayText(cell);
  const [, one, two, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (!year) return null;
  return { first: Number(one), second: Number(two), year: Number(year), english: ENGLISH.test(cell.trim()) };
}

const MONTHS = [
  "ene|jan",
  "feb",
  "mar",
  "abr|apr",
  "may",
  "jun",
  "jul",
  "ago|aug",
  "sept?|set",
  "oct",
  "nov",
  "dic|dec",
];

/** "01-NOV-2026", as Oracle writes it, in parts. */
function withMonthName(text: string): string[] | null {
  const [, day = "", name = "", year = ""] = /^(\d{1,2})[-/ ](\p{L}{3,4})\.?[-/ ](\d{4})$/u.exec(text) ?? [];
  const month = MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, "i").test(name)) + 1;
  return month > 0 ? [text, day, String(month), year] : null;
}

/**
 * A day: dd/mm/aaaa, dd.mm.aaaa as SAP writes it, dd-mes-aaaa, ISO, or aaaammdd, with or without midnight behind it. The day comes
 * first; one that could have its month first is refused where the file raises a doubt.
 * @param isDayCell whether a workbook has it as a day, which its program may have made of a text
 */
export function readDay(cell: string, doubt?: DayDoubt, isDayCell = false): Read<CalendarDay> {
  const text = dayText(cell);
  if (text === "") return bad("empty");
  const local =
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ??
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ??
    withMonthName(text);
  const iso = /^(\d{4})([-/])(\d{2})\2(\d{2})$/.exec(text) ?? /^(2[01]\d{2})()([01]\d)([0-3]\d)$/.exec(text);
  const parts = local ? [local[3], local[2], local[1]] : iso ? [iso[1], iso[3], iso[4]] : null;
  if (!parts) return bad("day_shape");
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const written = dayParts(cell);
  if (doubt && (written || isDayCell) && isExchangeable(day, month)) {
    const { monthFirst, english, turned } = doubt;
    if (monthFirst !== null) return bad("day_order", String(monthFirst));
    if (isDayCell && turned !== null) return bad("day_order", `turned ${turned}`);
    if (english && written?.english) return bad("day_order");
  }
  const found = calendarDay(year, month, day);
  if (found) return good(found);
  if (written && calendarDay(year, day, month)) return bad("no_such_day", "month_first");
  const [yyyy = "", mm = "", dd = ""] = parts.map((part) => String(part).padStart(2, "0"));
  if (!isCalendarDay(`${yyyy}-${mm}-${dd}`)) return bad("no_such_day");
  return year < 2000 ? bad("day_too_early", "1900-01-01") : bad("day_too_late", "2200-12-31");
}

/** A sign before or behind one mark of pesos, the whole with its groups, the cents. */
const AMOUNT = /^(?!.*\$.*\$)(?:\$\s*)?(?:([-−])\s*)?(?:\$\s*)?(\d[\d.\s]*)(?:,(\d{1,2}))?$/;

/**
 * Whole pesos: 135000, 135.000, "$ 135.000", "$135.000,00", 135 000. The comma is the decimal mark: "135,000" could be
 * two amounts and is refused.
 */
export function readPesos(cell: string, largest: number): Read<number> {
  const text = cell.trim();
  if (text === "") return bad("empty");
  if (/^\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text)) return bad("scientific");
  if (/\p{L}/u.test(text)) return bad("value_letter");
  const [, sign = "", whole = "", cents = ""] = (text.length <= LONGEST_AMOUNT && AMOUNT.exec(text)) || [];
  // No group begins with zero: "0.135" is the fraction of another program.
  if (!/^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+)$/.test(whole))
    return bad("value_shape");
  if (/[1-9]/.test(cents)) return bad("value_not_whole");
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=.)/, "");
  if (sign || digits === "0") return bad("value_not_positive");
  if (Number(digits) > largest) return bad("value_too_large", String(largest));
  return good(Number(digits));
}
