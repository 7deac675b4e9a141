import { type CalendarDay, calendarDay } from "@/domain/calendar";

/** Why a cell, or a whole line, is refused; the words are in messages, under `imports.faults`. */
export type FaultCode =
  | "cells"
  | "empty"
  | "too_long"
  | "control_characters"
  | "odd_cell"
  | "unknown_kind"
  | "number_shape"
  | "other_data"
  | "unknown_id_kind"
  | "id_shape"
  | "no_such_day"
  | "day_shape"
  | "before_start"
  | "value_letter"
  | "value_not_positive"
  | "value_not_whole"
  | "value_shape"
  | "value_too_large"
  | "nit_shape"
  | "check_digit"
  | "no_agreement"
  | "unknown_state"
  | "unknown_municipality"
  | "email_shape"
  | "phone_shape";

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

/** Reads a cell by its own rule, unless it holds what no table of ours can. */
export function readCell<T>(cell: string, read: (cell: string) => Read<T>): Read<T> {
  return ODD_CELL.test(cell) ? bad("odd_cell") : read(cell);
}

/** One line of text: spaces at the ends and doubled ones go, accents are composed. */
export function readText(cell: string, longest: number, { optional = false } = {}): Read<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(cell))
    return bad("control_characters");
  const text = cell.normalize("NFC").trim().replace(/\s+/g, " ");
  if (text === "" && !optional) return bad("empty");
  if (text.length > longest) return bad("too_long", String(longest));
  return good(text);
}

/** A day: dd/mm/aaaa or ISO, with or without midnight behind it. */
export function readDay(cell: string): Read<CalendarDay> {
  const text = cell.trim().replace(/[ T]0?0:00(:00(\.0+)?)?$/, "");
  if (text === "") return bad("empty");
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const parts = local ? [local[3], local[2], local[1]] : iso ? iso.slice(1) : null;
  if (!parts) return bad("day_shape");
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const found = calendarDay(year, month, day);
  return found ? good(found) : bad("no_such_day");
}

/**
 * Whole pesos: 135000, 135.000, "$ 135.000", "$135.000,00". The comma is the decimal mark: "135,000" could be
 * two amounts and is refused.
 */
export function readPesos(cell: string, largest: number): Read<number> {
  const text = cell.replace(/[\s$]/g, "");
  if (text === "") return bad("empty");
  if (/\p{L}/u.test(text)) return bad("value_letter");
  const [, sign = "", whole = "", cents = ""] = /^([-−]?)([\d.]+)(?:,(\d{1,2}))?$/.exec(text) ?? [];
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(whole)) return bad("value_shape");
  if (/[1-9]/.test(cents)) return bad("value_not_whole");
  const digits = whole.replace(/\./g, "").replace(/^0+(?=.)/, "");
  if (sign || digits === "0") return bad("value_not_positive");
  if (digits.length > 15 || Number(digits) > largest) return bad("value_too_large", String(largest));
  return good(Number(digits));
}
