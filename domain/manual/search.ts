/** A letter without its accent and in lower case, one for one: places in the folded text are places in the text. */
const foldLetter = (letter: string): string => {
  const folded = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.length === letter.length ? folded : letter;
};

/** The text as it is compared: accents and case do not count. As long as `text` itself, which is composed (NFC). */
export function folded(text: string): string {
  return Array.from(text, foldLetter).join("");
}

/** The words that are looked for; without any, everything is found. */
export function wordsOf(query: string): string[] {
  return folded(query.normalize("NFC"))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Whether all the words stand in the text, each at the beginning of a word or within it. */
export function holds(text: string, words: readonly string[]): boolean {
  const all = folded(text);
  return words.every((word) => all.includes(word));
}

export type Piece = { text: string; hit: boolean };

/** The text in pieces, those that were looked for apart from the others. */
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
    if (last?.hit === hit) last.text += text[place];
    else pieces.push({ text: text[place] ?? "", hit });
  }
  return pieces;
}
