import { inNormalForm } from "@/lib/format/normal-form";

/** Signs that nobody reads: format characters, every space, control characters, accents that stand alone. */
const UNREAD = /[\p{Cf}\p{Cc}\p{Z}\p{M}\s]/gu;
/** Signs that people, phones and spreadsheets put between the digits of a number. */
const SEPARATORS = /[-.,:;'"`´’‘·_/()\\#°º*]/g;
/** Signs as wide as a Chinese one, for those of ASCII. Others that look like digits (², ①) are no spelling of them. */
const WIDE = /[\uff01-\uff5e]/g;
const DASHES = /[\p{Pd}\u2212\u02d7\u00ac]/gu;

/** The longest text in which a number is looked for; longer than any with its labels and signs. */
const LONGEST = 300;

/** What people write before a number, in the form that `plain` gives: "C.C.", "NIT:", "N°", "No.", "#". */
const LABEL =
  /^(?:CEDULA|CIUDADANIA|EXTRANJERIA|TARJETA|IDENTIDAD|DOCUMENTO|DOC|PASAPORTE|NUIP|ID|ORDEN|NUMERO|DE|C\.?C\.?|C\.?E\.?|T\.?I\.?|R\.?C\.?|P\.?A\.?|P\.?P\.?T\.?|P\.?E\.?P\.?|C\.?D\.?|S\.?C\.?|N\.?I\.?T\.?|NUM|NRO|NR|N[O°º]?|#)[.:°º#-]*(?=[\dA-Z#])/;

/**
 * A typed identifier without what nobody reads, in upper case, with one kind of hyphen and Western digits:
 * "\u202a１.042 555–318\u202c" is "1.042555-318". Every reader of something typed begins with it.
 */
export function plain(typed: string): string {
  return inNormalForm(inOneSpelling(typed), "NFD").replaceAll("№", "N°").replace(UNREAD, "").toUpperCase();
}

/**
 * A typed word or address as it looks: signs that do not show are out, Western letters and one kind of hyphen, one
 * space for several. Unlike `plain` it leaves what is read: accents, case, the spaces between words.
 */
export function inOneSpelling(typed: string): string {
  return inNormalForm(typed)
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(DASHES, "-")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Typed digits, whatever stands between them and whichever letters stand for them; "" when there is more. */
export function digitsOf(typed: string): string {
  if (typed.length > LONGEST) return "";
  const digits = withDigits(bare(typed));
  return /^\d+$/.test(digits) ? digits : "";
}

/** Typed digits of a number that identifies: what a spreadsheet put behind them as decimals is none of them. */
export function numberOf(typed: string): string {
  return digitsOf(withoutDecimals(plain(typed)) ?? "");
}

/**
 * A number, in the form that `plain` gives, without the decimals that a spreadsheet gives every quantity: "72.123.456,00"
 * and "72123456.0" are 72123456. Null where they may as well be digits, since those would make another number of it:
 * "72.123.456.00".
 */
export function withoutDecimals(text: string): string | null {
  const mark = text.at(-2) === "0" ? text.at(-3) : text.at(-2);
  if (text.at(-1) !== "0" || (mark !== "." && mark !== ",")) return text;
  const whole = text.slice(0, text.lastIndexOf(mark));
  const number =
    whole
      .split(/[^\d.,'’´]/)
      .at(-1)
      ?.replace(/^[.,'’´]+/, "") ?? "";
  if (number === "") return text;
  if (/^\d+$/.test(number)) return whole;
  return /^\d{1,3}(?:[.,'’´]\d{3})+$/.test(number) && !number.includes(mark) ? whole : null;
}

/** The same without any sign between its letters and digits. */
export function bare(typed: string): string {
  return plain(typed).replace(SEPARATORS, "");
}

/** Letters that are typed for the digits they look like. */
export function withDigits(text: string): string {
  return text.replaceAll("O", "0").replace(/[IL]/g, "1");
}

/**
 * Everything that a typed identifier can have been meant as, the exact spelling first and the barest last:
 * without its signs, without the label before it, with a zero for the letter O. A look-up asks for all of them at
 * once, so that no spelling is a miss; where the kind is known, the first that has its shape is taken.
 * `labels` are further words that may stand before it.
 */
export function readings(typed: string, labels: readonly string[] = []): string[] {
  if (typed.length > LONGEST) return [];
  const exact = plain(typed);
  const named = unlabelled(exact, labels);
  const barest = named.replace(SEPARATORS, "");
  const found = [exact, exact.replace(SEPARATORS, ""), named, barest];
  const last = withDigits(barest);
  // A letter among digits is a slip; a word of letters is not.
  if (/^[A-Z]{0,3}\d+$/.test(last) && /\d/.test(exact)) found.push(last);
  const prefix = /^[A-Z]{1,3}(?=[\dOIL]+$)/.exec(barest)?.[0];
  if (prefix && /\d/.test(exact)) found.push(prefix + withDigits(barest.slice(prefix.length)));
  return [...new Set(found)].filter((reading) => /[A-Z\d]/.test(reading));
}

/** Takes off "C.C.", "Orden No." and the like, one after another. */
function unlabelled(text: string, labels: readonly string[]): string {
  let left = text;
  for (let before = ""; before !== left; ) {
    before = left;
    const own = labels.find(
      (label) => label !== "" && left.startsWith(label) && /\d/.test(left.slice(label.length)),
    );
    left = own ? left.slice(own.length).replace(/^[-.:#°]+/, "") : left.replace(LABEL, "");
  }
  return left;
}
