/** Crockford's alphabet: no I, L, O or U, which people confuse or dislike. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five bits a letter, of codes that people say and type. */
export function toCrockford(values: readonly number[]): string {
  return values.map((value) => ALPHABET.charAt(value)).join("");
}

/** The values of typed letters, in any case, O as zero, I and L as one; null when a sign is none of them. */
export function fromCrockford(typed: string): number[] | null {
  const letters = typed.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  const values = [...letters].map((letter) => ALPHABET.indexOf(letter));
  return values.some((value) => value < 0) ? null : values;
}
