/** The manual's version and the day from which it holds. Both move when its text does. */
export const manualVersion = { number: "2.0", day: "2026-11-28" } as const;
