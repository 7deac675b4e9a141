/** How many base32 characters an order's code has. */
export const CODE_LETTERS = 148;

/** What stands before the letters of a code on paper. A QR has room for both where `fitsQr` takes the address. */
export function codeAddress(publicUrl: string): string {
  return `${new URL(publicUrl).origin}/V/`.toUpperCase();
}
