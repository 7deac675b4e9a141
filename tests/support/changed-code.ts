/**
 * A whole, readable code whose signature is not the fund's: another letter twenty before the end, so that neither
 * the length nor the padding of base32 changes. The last letters cannot be used: they hold six bits and the padding,
 * so that one code in 64 ends in any given pair, and most pairs are no base32.
 */
export function changeSignature(url: string): string {
  return url.slice(0, -20) + (url.at(-20) === "A" ? "B" : "A") + url.slice(-19);
}
