/**
 * The manual's version and the day from which it holds. Both move when its text does: a test compares the text with
 * `text`, the beginning of its SHA-256.
 */
export const manualVersion = { number: "2.3", day: "2026-11-30", text: "09997dc458fa" } as const;
