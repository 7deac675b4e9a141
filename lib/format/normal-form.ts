/** As many marks on one letter as are taken in, which is the limit of Unicode's stream-safe text (UAX #15). */
const MOST_MARKS = 30;
/**
 * More than those. No language comes near it, and marks are sorted when they are composed, which takes the square of
 * their number: seconds for one form. Every sign that is sorted is of \p{M}, or one of the two wide signs of Japanese
 * that become marks. Looked for from the first mark of a run alone: from each it would take thirty times as long.
 */
const TOO_MANY_MARKS = /[\p{M}\uff9e\uff9f](?<![\p{M}\uff9e\uff9f]{2})[\p{M}\uff9e\uff9f]{30}/u;
const FIRST_MARKS_AND_MORE =
  /([\p{M}\uff9e\uff9f](?<![\p{M}\uff9e\uff9f]{2})[\p{M}\uff9e\uff9f]{29})[\p{M}\uff9e\uff9f]+/gu;

/** Whether a letter has more marks than any language writes. */
export function hasTooManyMarks(text: string): boolean {
  return text.length > MOST_MARKS && TOO_MANY_MARKS.test(text);
}

/**
 * A text in a normal form of Unicode, composed unless another one is named. Marks over the limit of a letter are left
 * out, so that it takes no longer than the text is long; where text is taken in they are refused (lib/http/text.ts).
 */
export function inNormalForm(text: string, form: "NFC" | "NFD" | "NFKC" | "NFKD" = "NFC"): string {
  const safe = hasTooManyMarks(text) ? text.replace(FIRST_MARKS_AND_MORE, "$1") : text;
  return safe.normalize(form);
}
