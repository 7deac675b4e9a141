const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71];

/**
 * Check digit (dígito de verificación) of a NIT without its check digit: DIAN, Orden Administrativa 4 of 1989.
 * @throws RangeError unless 1–15 digits
 */
export function nitCheckDigit(nit: string): number {
  if (!/^\d{1,15}$/.test(nit)) throw new RangeError("NIT");
  const sum = [...nit]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  const rest = sum % 11;
  return rest < 2 ? rest : 11 - rest;
}

/** The digits of a NIT as people type it: dots and spaces out. */
export function normaliseNit(typed: string): string {
  return typed.replace(/[\s.]/g, "");
}
