/** Letters of an order's code in base32. */
export const CODE_LETTERS = 148;
/** Letters that a QR of version 9, level Q, takes in its alphanumeric mode. */
const QR_9Q_LETTERS = 189;

/** What stands before the letters of a code on paper. */
export function codeAddress(publicUrl: string): string {
  return `${new URL(publicUrl).origin}/V/`.toUpperCase();
}

/** Whether codes with this public address fit a QR of version 9, level Q. */
export function codeFits(publicUrl: string): boolean {
  const address = codeAddress(publicUrl);
  return /^[0-9A-Z $%*+./:-]+$/.test(address) && address.length + CODE_LETTERS <= QR_9Q_LETTERS;
}
