import { lettersBehindAddress, type ReadCode, readCode } from "@/domain/order-code/code";

/**
 * Reads the text of a camera or scanner. A code with another address in front (the caja moved, or somebody
 * copied it) is read too, but with `certain` false: only its signature can prove that it is ours.
 */
export function readScannedText(text: string, publicUrl: string): { read: ReadCode; certain: boolean } {
  const read = readCode(text, publicUrl);
  if (read.found !== "foreign") return { read, certain: true };
  const behind = lettersBehindAddress(text.trim());
  return behind?.rest === ""
    ? { read: readCode(behind.letters, publicUrl), certain: false }
    : { read, certain: true };
}

/** Whether a text may be a code of the caja; if not, the camera keeps scanning. */
export function mayBeOurs(text: string, publicUrl: string): boolean {
  return readScannedText(text, publicUrl).read.found !== "foreign";
}

/**
 * Whether the text of a look-up field is a code and not a number: an address, also as typed by a scanner with a
 * Spanish keyboard layout, or the letters of a code alone.
 */
export function looksScanned(text: string): boolean {
  return /^\s*https?(:\/\/|ñ--)\S/i.test(text) || /^\s*[A-Z2-7]{40,}\s*$/i.test(text);
}
