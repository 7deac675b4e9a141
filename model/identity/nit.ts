import { plain, readings, withoutDecimals } from "./typed";

/** The fewest digits of a NIT. */
const SHORTEST = 6;
/** Of a whole number; before fewer digits they may be a part of the NIT that is searched. */
const LEADING_ZEROS = /^0+(?=[1-9]\d{5})/;
const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/**
 * The check digit (DV) of a NIT: DIAN, Orden Administrativa 4 de 1989. The same for a cédula used as NIT.
 * @throws RangeError when `nit` is not 1 to 15 digits
 */
export function nitCheckDigit(nit: string): number {
  if (!/^\d{1,15}$/.test(nit)) throw new RangeError("a NIT has 1 to 15 digits");
  const sum = [...nit]
    .reverse()
    .reduce((total, digit, position) => total + Number(digit) * (weights[position] ?? 0), 0);
  const remainder = sum % 11;
  return remainder < 2 ? remainder : 11 - remainder;
}

export type ParsedNit =
  | { ok: true; nit: string; checkDigit: number }
  /** "ambiguous": no dash, and the last digit is the check digit of the rest: ask, do not guess. */
  | { ok: false; reason: "empty" | "not_a_nit" | "wrong_check_digit" | "ambiguous" };

/**
 * Reads a typed NIT: "NIT 890.102.044-1", "890102044 1", or "890102044" with the check digit apart. A check digit
 * given in both places must be the same one, also when it is typed again behind the number.
 */
export function parseNit(typed: string, typedCheckDigit = ""): ParsedNit {
  const apart = wholeNumber(typedCheckDigit);
  const { number, own } = splitNit(typed);
  const again = apart !== "" && own === "" && carriesItsCheckDigit(number);
  const inARow = /\d{10}/.test(plain(typed));
  const nit = again && isWithItsDigit(number, apart, inARow) ? number.slice(0, 9) : number;
  if (nit === "") return { ok: false, reason: plain(typed) === "" ? "empty" : "not_a_nit" };
  if (!/^[1-9]\d{5,9}$/.test(nit)) return { ok: false, reason: "not_a_nit" };
  const checkDigit = nitCheckDigit(nit);
  const digits = [own, apart].filter((digit) => digit !== "");
  if (digits.some((digit) => digit !== String(checkDigit))) return { ok: false, reason: "wrong_check_digit" };
  if (digits.length === 0 && carriesItsCheckDigit(nit)) return { ok: false, reason: "ambiguous" };
  return { ok: true, nit, checkDigit };
}

/** The NIT of a company, which has nine digits: ten that end with their check digit are a NIT with it. */
export function parseCompanyNit(typed: string): ParsedNit {
  const read = parseNit(typed);
  if (read.ok || read.reason !== "ambiguous") return read;
  const digits = splitNit(typed).number;
  return { ok: true, nit: digits.slice(0, 9), checkDigit: Number(digits.slice(9)) };
}

/**
 * The digits of a NIT, or of its beginning, in a search: "NIT 900.123.456-8" and "900 123 456" are 900123456,
 * "900.12" is 90012. Null when it is no number: a name is looked for.
 */
export function searchedNit(typed: string): string | null {
  const whole = withoutDecimals(plain(typed));
  // Of a number that is only begun, zeros behind a point are its own.
  const isBegun = whole === null || whole.replace(/\D/g, "").length < SHORTEST;
  const digits = splitNit(typed, isBegun ? barest : wholeNumber).number;
  const typedDigits = plain(typed).replace(/\D/g, "").length;
  const isNumber = typedDigits >= 3 || !/\p{L}/u.test(typed);
  return isNumber && /^(0+[1-9]\d{5,9}|\d{1,10})$/.test(digits) ? digits : null;
}

/**
 * The NITs that the digits of a search can be: ten of them may end with their check digit, and a program that writes
 * every number as long as the longest puts zeros before it. The barest is the last.
 */
export function nitReadings(digits: string): string[] {
  const bare = digits.replace(LEADING_ZEROS, "");
  return [...new Set([digits, bare, ...(carriesItsCheckDigit(bare) ? [bare.slice(0, 9)] : [])])];
}

/**
 * Whether ten digits are a company's nine with the check digit that is given apart too, and not the ten of a person's
 * cédula with theirs. Both can be right: then ten in a row that begin as a company's number do, with 8 or 9, are one.
 * A cédula of ten digits begins with 1, and groups of three say that all ten are the number.
 */
function isWithItsDigit(ten: string, apart: string, inARow: boolean): boolean {
  return nitCheckDigit(ten) !== Number(apart) || (inARow && /^[89]/.test(ten) && ten.endsWith(apart));
}

/** The check digit that is typed in the same field, as in "900.123.456-8"; "" when there is none. */
export function typedCheckDigit(typed: string): string {
  return splitNit(typed).own;
}

/** "900123456 DV 8", as `plain` gives it. */
const NAMED_DIGIT = /^(.*\d)[^A-Z\d]*D\.?V[^A-Z\d]*(\d)$/;
/** What is called a cédula has no check digit of its own. */
const NAMED_PERSON = /^C(?:EDULA|\.?C)/;
/** One digit that stands alone behind the others: cédulas have groups of three. */
const LONE_DIGIT = /\d\d[^A-Z\d]\d$/;

/** The number and the digit behind its hyphen or "DV", or behind another sign where that digit is right. */
function splitNit(typed: string, read = wholeNumber): { number: string; own: string } {
  const text = plain(typed);
  const named = NAMED_DIGIT.exec(text);
  if (named) return { number: read(named[1] ?? ""), own: named[2] ?? "" };
  const [before = "", behind = "", ...more] = text.split("-");
  const number = read(more.length > 0 ? text : before);
  if (more.length === 0 && behind !== "") return { number, own: read(behind) };
  const isAlone = LONE_DIGIT.test(withoutDecimals(text) ?? text) && !NAMED_PERSON.test(text);
  if (isAlone && carriesItsCheckDigit(number)) return { number: number.slice(0, 9), own: number.slice(9) };
  const spaced = /\d\s+\d\s*$/u.test(typed) && /^\d{7,11}$/.test(number);
  return spaced && nitCheckDigit(number.slice(0, -1)) === Number(number.slice(-1))
    ? { number: number.slice(0, -1), own: number.slice(-1) }
    : { number, own: "" };
}

/**
 * The barest reading of a text without decimals. One that may have some stays as it is, and is no NIT, unless its last
 * digit is the check digit of the others ("830.095.213.0"): then the decimal and the digit name the same company.
 */
function wholeNumber(text: string): string {
  const whole = withoutDecimals(plain(text));
  if (whole !== null) return barest(whole);
  const digits = barest(text);
  return carriesItsCheckDigit(digits) ? digits : text;
}

const barest = (text: string) => readings(text).at(-1) ?? "";

/** Ten digits of which the last is right for the first nine: a NIT with its DV, or a person's cédula. */
export function carriesItsCheckDigit(nit: string): boolean {
  return /^\d{10}$/.test(nit) && nitCheckDigit(nit.slice(0, 9)) === Number(nit.slice(9));
}
