/** The number as it is compared: trimmed, no spaces, upper case, without leading zeros ("0" when all are). */
export function normaliseOrderNumber(typed: string): string {
  return displayOrderNumber(typed).replace(/^0+(?=.)/, "");
}

/** The number as it is kept and shown: trimmed, no spaces, upper case, leading zeros kept. */
export function displayOrderNumber(typed: string): string {
  return typed.replace(/\s/g, "").toUpperCase();
}
