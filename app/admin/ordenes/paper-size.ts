/** Names of the paper sizes in a form. */
export const paperSizeWords = { letter: "carta", half_letter: "media" } as const;
export type PaperSize = keyof typeof paperSizeWords;

/** Paper size of a form: half Letter, else Letter. */
export function paperSizeOf(word: unknown): PaperSize {
  return word === paperSizeWords.half_letter ? "half_letter" : "letter";
}
