import { withoutAccents } from "@/lib/format/accents";
import { inNormalForm } from "@/lib/format/normal-form";

/** What the paper's faces can draw (lib/pdf/fonts): Latin-1 but for the micro sign, and marks of print. */
const DRAWN = /[\u0020-\u007e\u00a1-\u00ac\u00ae-\u00b4\u00b6-\u00ffŒœ‘’‚“”„–—…•‹›€™]/;

/** Latin letters that are no other letter with an accent, and signs that have a plain twin. */
// biome-ignore format: a table is read by its columns
const PLAIN: Readonly<Record<string, string>> = {
  Ł: "L", ł: "l", Đ: "D", đ: "d", Ɖ: "D", Ɗ: "D", ɗ: "d", Ħ: "H", ħ: "h", ı: "i", ȷ: "j", ĸ: "k", Ŋ: "N", ŋ: "n",
  Ŧ: "T", ŧ: "t", Ɓ: "B", ɓ: "b", ƀ: "b", Ƈ: "C", ƈ: "c", Ǝ: "E", ǝ: "e", Ə: "E", ə: "e", Ɛ: "E", ɛ: "e",
  Ɠ: "G", ɠ: "g", Ǥ: "G", ǥ: "g", Ɨ: "I", ɨ: "i", Ɩ: "I", ɩ: "i", Ƙ: "K", ƙ: "k", Ɲ: "N", ɲ: "n", Ɔ: "O",
  ɔ: "o", Ɵ: "O", ɵ: "o", Ƥ: "P", ƥ: "p", Ʀ: "R", Ʈ: "T", Ƭ: "T", ƭ: "t", Ʉ: "U", ʉ: "u", Ʊ: "U", ʊ: "u",
  Ʋ: "V", ʋ: "v", Ƴ: "Y", ƴ: "y", Ƶ: "Z", ƶ: "z", Ʒ: "Z", ʒ: "z", ẞ: "SS", µ: "u",
  "ʹ": "'", "ʻ": "'", "ʼ": "'", "ʽ": "'", "ʾ": "'", "ʿ": "'", "‛": "'", "′": "'", "″": '"', "‟": '"',
  "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-", "⁃": "-", "⁄": "/", "∕": "/",
};

/**
 * A text in the letters that the paper has: "Łukasz Đurić" is "Lukasz Duric". A letter of another alphabet stays
 * as it is, and `missingCharacters` tells it.
 */
export function transliterate(text: string): string {
  const composed = inNormalForm(text).replace(/\s/g, " ");
  if (!/[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u00b4\u00b6-\u00ff]/.test(composed)) return composed;
  return Array.from(composed, (letter) => (DRAWN.test(letter) ? letter : plain(letter))).join("");
}

function plain(letter: string): string {
  const known = PLAIN[letter];
  if (known !== undefined) return known;
  const bare = Array.from(withoutAccents(letter), (part) => PLAIN[part] ?? part).join("");
  return Array.from(bare).every((part) => DRAWN.test(part)) ? bare : letter;
}

/** The letters of a text that the paper cannot show, each once. */
export function missingCharacters(text: string): string[] {
  return [...new Set(transliterate(text))].filter((letter) => !DRAWN.test(letter));
}
