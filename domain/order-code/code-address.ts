/** How many base32 characters an order's code has. */
export const CODE_LETTERS = 148;

/** The address in front of a printed code. A QR has room for both if `fitsQr` accepts the address. */
export function codeAddress(publicUrl: string): string {
  return `${new URL(publicUrl).origin}/V/`.toUpperCase();
}
