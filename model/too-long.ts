/** Error of a text that is longer than its field allows; the sentence names the limit. */
export const tooLong = (longest: number) => `tooLong:${longest}`;
