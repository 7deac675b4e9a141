import { inOneSpelling, plain, readings } from "@/model/identity/typed";

/**
 * An order's number as it is compared: without spaces, upper case, leading zeros ignored. "0700004",
 * " 700004 " and "700 004" are the same order. A number of zeros alone is "0"; nothing typed is "".
 */
export function normaliseOrderNumber(typed: string): string {
  return withoutZeros(displayOrderNumber(typed));
}

const withoutZeros = (number: string) => number.replace(/^0+(?=.)/, "");

/** An order's number as it is shown: like the key, but its leading zeros are kept. */
export function displayOrderNumber(typed: string): string {
  return plain(typed);
}

/**
 * Every key under which the order of a typed number can be kept, the likeliest first: "Orden No. BE 0.004.521",
 * "000-4521" and "O004521" are 4521. The code or the name of its kind may stand before it, as on the paper.
 */
export function orderNumberReadings(typed: string, kindCode: string): string[] {
  const found = [typed, withoutWords(typed)].flatMap((text) => readings(text, [plain(kindCode)]));
  return [...new Set(found.map(withoutZeros))];
}

/** Without the words before a number, such as the name of its kind: "Adelanto por subsidios H 12" is "H 12". */
export function withoutWords(typed: string): string {
  const letter = "(?:\\p{L}\\p{M}*)";
  const gap = "[^\\p{L}\\p{M}\\d]";
  const words = `^${letter}{4,}${gap}+(?:${letter}+${gap}+)*?(?=${letter}{0,3}${gap}*\\d)`;
  // No name and number are longer; a text of ten thousand signs is not searched for them.
  return typed.length > 80 ? typed : inOneSpelling(typed).replace(new RegExp(words, "u"), "");
}

/** The same where the kind is not known: the code of any of these may stand before the number. */
export function orderNumberReadingsOfAny(typed: string, kindCodes: readonly string[]): string[] {
  const written = plain(typed);
  const before = kindCodes.filter((code) => written.includes(plain(code)));
  return [...new Set(["", ...before].flatMap((code) => orderNumberReadings(typed, code)))];
}

/** Format of a kind's own numbers. */
export type OwnSeries = { prefix: string; length: number };

/** The first number of a series, as it is written. */
export function firstOfSeries({ prefix, length }: OwnSeries): string {
  return prefix + "1".padStart(length - prefix.length, "0");
}

/**
 * How a number of the own series is written, when what was typed is one without its letters; null when it is not.
 * It looks at the spelling alone and says nothing of any order.
 */
export function charactersMissing(typed: string, kindCode: string, series: OwnSeries): string | null {
  const digits = orderNumberReadings(typed, kindCode).at(-1) ?? "";
  const room = series.length - series.prefix.length;
  return /^\d+$/.test(digits) && digits.length <= room ? series.prefix + digits.padStart(room, "0") : null;
}

export const LONGEST_ORDER_NUMBER = 20;

/** Letters, digits and the marks that core systems put between them; up to 20. */
export function isOrderNumber(number: string): boolean {
  return /^[A-Z0-9][A-Z0-9/.-]{0,19}$/.test(number);
}

/** How the core writes the numbers of one kind: their alphabet and their length, zeros in front counted. */
export type CoreNumberShape = { digitsOnly: boolean; shortest: number; longest: number };

/** How the numbers of a kind look on its papers; `own` is how those look that are given here, once one was. */
export type NumberShape = CoreNumberShape & { own: string | null };

/** Whether a kind restricts the form of its numbers. */
export function hasShape({ digitsOnly, shortest, longest }: CoreNumberShape): boolean {
  return digitsOnly || shortest > 1 || longest < 20;
}

/** What a number of a file has against the shape of its kind; null when it fits. */
export function shapeFault(number: string, shape: CoreNumberShape): "kind_digits" | "kind_length" | null {
  if (shape.digitsOnly && /\D/.test(number)) return "kind_digits";
  if (number.length >= shape.shortest && number.length <= shape.longest) return null;
  return shape.digitsOnly ? "kind_digits" : "kind_length";
}

/**
 * What a number of a file has that makes it another order's as it is typed: the code of its kind is left out before a
 * number, and zeros are put behind the letters of the own series. Null when it is one for sure.
 */
export function spellingFault(
  number: string,
  kindCode: string,
  series: OwnSeries | undefined,
): "kind_code" | "own_series" | null {
  const digitsBehind = (letters: string) =>
    number.startsWith(letters) && /^\d+$/.test(number.slice(letters.length));
  if (digitsBehind(plain(kindCode))) return "kind_code";
  return series && digitsBehind(series.prefix) && number.length !== series.length ? "own_series" : null;
}
