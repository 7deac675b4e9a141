/**
 * The manual's version and the day from which it holds. Both move when its text does: a test compares the text with
 * `text`, the beginning of its SHA-256.
 */
export const manualVersion = { number: "2.4", day: "2026-11-30", text: "44c97fcb90de" } as const;
