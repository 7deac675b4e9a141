/** What the sheets are called in a form. */
export const paperSizeWords = { letter: "carta", half_letter: "media" } as const;

/** The sheet that a form asks for; whole Letter unless half is asked for. */
export function paperSizeOf(word: unknown): keyof typeof paperSizeWords {
  return word === paperSizeWords.half_letter ? "half_letter" : "letter";
}
