import { type ReadCode, readCode } from "@/domain/order-code/code";
import { CODE_LETTERS } from "@/domain/order-code/code-address";

/**
 * Reads what a camera or a scanner gave. A code of ours whose address is another one (the caja moved, or
 * somebody copied it) is read too, but `certain` is false: only its signature can make it ours.
 */
export function readScannedText(text: string, publicUrl: string): { read: ReadCode; certain: boolean } {
  const read = readCode(text, publicUrl);
  if (read.found !== "foreign") return { read, certain: true };
  const letters = new RegExp(`[/-]V[/-]([A-Z2-7]{${CODE_LETTERS}})$`).exec(text.trim().toUpperCase())?.[1];
  return letters ? { read: readCode(letters, publicUrl), certain: false } : { read, certain: true };
}

/** Whether a text may be a code of the caja; a camera goes on looking when it is not. */
export function mayBeOurs(text: string, publicUrl: string): boolean {
  return readScannedText(text, publicUrl).read.found !== "foreign";
}

/**
 * Whether what stands in a field of the look-up form is a code and not a number: an address, also as a scanner
 * types it into a Spanish keyboard, or the letters of a code alone.
 */
export function looksScanned(text: string): boolean {
  return /^\s*https?(:\/\/|ñ--)\S/i.test(text) || /^\s*[A-Z2-7]{40,}\s*$/i.test(text);
}
