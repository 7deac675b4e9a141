// Where a cell may begin: at its start, or behind a separator for a program that splits at another one. Blanks,
// signs that do not show and quotes before it are passed over, as spreadsheets do.
const BEGINS = '(^|[,;])([\\s\\p{Cf}"]*)';
const RUNS = "(?='*[=+\\-@＝＋－＠])";
const toEscape = new RegExp(`${BEGINS}${RUNS}`, "gu");
const toUnescape = new RegExp(`${BEGINS}'${RUNS}`, "gu");

/**
 * Text that no spreadsheet runs: before `=`, `+`, `-`, `@` and their full-width forms an apostrophe is put, as OWASP
 * advises against CSV injection. Only for text: numbers stay numbers.
 */
export function escapeFormula(text: string): string {
  return text.replace(toEscape, "$1$2'");
}

/** The text before `escapeFormula`: takes one apostrophe away wherever it puts one. */
export function unescapeFormula(text: string): string {
  if (!text.includes("'")) return text;
  return text.replace(toUnescape, "$1$2");
}

/**
 * `="0810022"`, by which programs keep a spreadsheet from taking a text for a number: the text, as it would show. One
 * without a text stays a formula: only an empty cell is empty.
 */
export function textOfFormula(cell: string): string {
  const [, text] = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell) ?? [];
  return text === undefined || text.trim() === "" ? cell : text.replaceAll('""', '"');
}
