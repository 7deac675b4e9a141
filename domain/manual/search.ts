import { inNormalForm } from "@/lib/format/normal-form";

/**
 * A letter without its accent, in lower case. Always one for one (NFD, not NFKD), so that positions in the
 * folded text are positions in the text.
 */
const foldLetter = (letter: string): string => {
  const folded = inNormalForm(letter, "NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.length === letter.length ? folded : letter;
};

/** The text without accents and case, for comparison. It has the length of `text`, which must be composed (NFC). */
export function folded(text: string): string {
  return Array.from(text, foldLetter).join("");
}

/** The words of a query; without any, everything matches. */
export function wordsOf(query: string): string[] {
  return folded(inNormalForm(query))
    .split(/[^\p{L}\p{N}]/u)
    .filter(Boolean);
}

/** Endings of Spanish and English words, as they are compared: "invitar", "invita" and "invitan" have one beginning. */
const ENDING =
  /(?:aciones|acion|ando|iendo|adas|ados|idas|idos|ada|ado|ida|ido|ing|ar|er|ir|as|os|es|ed|a|e|o|r|s)$/;
/** As long as a beginning has to be to say something. */
const BEGINNING = 4;

/** The words without their endings. What nothing says letter by letter is looked for with them. */
export function beginningsOf(words: readonly string[]): string[] {
  return words.map((word) => {
    const short = word.replace(ENDING, "");
    if (short.length >= BEGINNING) return short;
    return word.length > BEGINNING ? word.slice(0, BEGINNING) : word;
  });
}

/** Whether the text contains all the words, also within longer ones. */
export function holds(text: string, words: readonly string[]): boolean {
  const all = folded(text);
  return words.every((word) => all.includes(word));
}

export type Piece = { text: string; hit: boolean };

/** Splits the text into pieces that match a word and pieces that do not. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const all = folded(text);
  const hits = new Set<number>();
  for (const word of words)
    for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + word.length))
      for (let place = at; place < at + word.length; place++) hits.add(place);
  const pieces: Piece[] = [];
  for (let place = 0; place < text.length; place++) {
    const hit = hits.has(place);
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += text.charAt(place);
    else pieces.push({ text: text.charAt(place), hit });
  }
  return pieces;
}
