/** Crockford's alphabet: no I, L, O or U, which people confuse or dislike. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 8;
const HEX = (LETTERS * 5) / 4;

/** The code by which people name a look-up on the phone, of the beginning of its random id: "7K3M-4Q2P". */
export function lookupCode(id: string): string {
  const start = BigInt(`0x${id.replaceAll("-", "").slice(0, HEX)}`);
  const letters = Array.from({ length: LETTERS }, (_, at) =>
    ALPHABET.charAt(Number((start >> BigInt(5 * (LETTERS - 1 - at))) & 31n)),
  ).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** The first and last id that a typed code can stand for; null when it is no code. O is zero, I and L are one. */
export function readLookupCode(typed: string): { from: string; to: string } | null {
  const letters = typed
    .replace(/[\s‐-―-]/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const values = [...letters].map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== LETTERS || values.some((value) => value < 0)) return null;
  const start = values
    .reduce((sum, value) => (sum << 5n) | BigInt(value), 0n)
    .toString(16)
    .padStart(HEX, "0");
  const uuid = (fill: string) =>
    start.padEnd(32, fill).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { from: uuid("0"), to: uuid("f") };
}
