import { hasTooManyMarks, inNormalForm } from "@/lib/format/normal-form";

/** As much of one text as is taken in; the longest that a form sends has 60,000 letters. */
export const LONGEST_TEXT = 65_536;

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Marks that turn the direction of the letters around them: copying a number brings them along unseen. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Control characters but tab and line end, halves of letters, and what stands for bytes that are no letter. */
const UNREADABLE = /(?![\t\n])[\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/gu;

/**
 * The one form in which a text from outside is taken in: composed letters (NFC), lines that end in \n, no marks of
 * direction. Null for what nobody can have typed: control characters, NUL among them, broken letters, letters under
 * a tower of marks, no end.
 */
export function cleanText(typed: string): string | null {
  if (typed.length > LONGEST_TEXT) return null;
  const text = withoutTurning(typed);
  if (hasTooManyMarks(text) || text.search(UNREADABLE) >= 0) return null;
  return inNormalForm(text);
}

/** A text as it is shown again to be mended: what could not be read is left out, the rest stays. */
export function mendedText(typed: string): string {
  return inNormalForm(withoutTurning(typed.slice(0, LONGEST_TEXT)).replace(UNREADABLE, ""));
}

function withoutTurning(typed: string): string {
  return typed.replace(LINE_ENDS, "\n").replace(TURNING, "");
}

/** One line: a part of an address, a cookie, a header. Null also when it has more than one. */
export function cleanLine(typed: string): string | null {
  const text = cleanText(typed);
  return text === null || /\p{Cc}/u.test(text) ? null : text;
}
