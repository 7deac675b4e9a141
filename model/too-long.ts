/** The fault of a text that is longer than its field takes; its sentence says how long that is. */
export const tooLong = (longest: number) => `tooLong:${longest}`;
