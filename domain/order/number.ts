/**
 * An order's number as it is compared: without spaces, upper case, leading zeros ignored. "0700004",
 * " 700004 " and "700 004" are the same order. A number of zeros alone is "0"; nothing typed is "".
 */
export function normaliseOrderNumber(typed: string): string {
  return displayOrderNumber(typed).replace(/^0+(?=.)/, "");
}

/** An order's number as it is shown: like the key, but its leading zeros are kept. */
export function displayOrderNumber(typed: string): string {
  return typed.replace(/[\s\u200b\ufeff]/g, "").toUpperCase();
}

/** Letters, digits and the marks that core systems put between them; up to 20. */
export function isOrderNumber(number: string): boolean {
  return /^[A-Z0-9][A-Z0-9/.-]{0,19}$/.test(number);
}
