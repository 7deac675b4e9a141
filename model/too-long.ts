/** Error of a text that is longer than its field allows; the sentence names the limit. */
export const tooLong = (longest: number) => `tooLong:${longest}`;

/** Error of a text that is too short for its field; the sentence names the limit. */
export const tooShort = (least: number) => `tooShort:${least}`;
