const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/**
 * The check digit (DV) of a NIT: DIAN, Orden Administrativa 4 de 1989. The same for a cédula used as NIT.
 * @throws RangeError when `nit` is not 1 to 15 digits
 */
export function nitCheckDigit(nit: string): number {
  if (!/^\d{1,15}$/.test(nit)) throw new RangeError("a NIT has 1 to 15 digits");
  const sum = [...nit]
    .reverse()
    .reduce((total, digit, position) => total + Number(digit) * (weights[position] ?? 0), 0);
  const remainder = sum % 11;
  return remainder < 2 ? remainder : 11 - remainder;
}

/** The digits of a NIT as people type it: points and spaces out. */
export function normaliseNit(typed: string): string {
  return typed.replace(/[\s.]/g, "");
}

export type ParsedNit =
  | { ok: true; nit: string; checkDigit: number }
  /** "ambiguous": no dash, and the last digit is the check digit of the rest: ask, do not guess. */
  | { ok: false; reason: "empty" | "not_a_nit" | "wrong_check_digit" | "ambiguous" };

/**
 * Reads a typed NIT: "890.102.044-1", "890102044 - 1", or "890102044" with the check digit apart.
 * A check digit given in both places must be the same one.
 */
export function parseNit(typed: string, typedCheckDigit = ""): ParsedNit {
  const [number = "", own = "", ...more] = typed.trim().split(/[-–—]/);
  const nit = normaliseNit(number);
  const apart = typedCheckDigit.trim();
  if (nit === "") return { ok: false, reason: "empty" };
  if (!/^\d{6,10}$/.test(nit) || /^0/.test(nit) || more.length > 0) return { ok: false, reason: "not_a_nit" };
  const checkDigit = nitCheckDigit(nit);
  const given = [own.trim(), apart].filter((digit) => digit !== "");
  if (given.some((digit) => digit !== String(checkDigit))) return { ok: false, reason: "wrong_check_digit" };
  if (given.length === 0 && carriesItsCheckDigit(nit)) return { ok: false, reason: "ambiguous" };
  return { ok: true, nit, checkDigit };
}

/** Ten digits of which the last is right for the first nine: a NIT with its DV, or a person's cédula. */
export function carriesItsCheckDigit(nit: string): boolean {
  return /^\d{10}$/.test(nit) && nitCheckDigit(nit.slice(0, 9)) === Number(nit.slice(9));
}
