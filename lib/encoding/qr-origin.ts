/** What a QR of version 9, level Q, has left for an origin once the rest of the printed address is in it. */
const MOST_LETTERS = 38;

/** Whether a printed QR can carry this origin: short enough, in the letters of the QR's alphanumeric mode. */
export function fitsQr(publicUrl: string): boolean {
  const origin = new URL(publicUrl).origin.toUpperCase();
  return origin.length <= MOST_LETTERS && /^[0-9A-Z $%*+./:-]+$/.test(origin);
}
