import { mendedText } from "@/lib/http/text";

const LONGEST_NAME = 120;

/** A file's name fit to be shown and stored: composed letters, no folders, no control characters, not endless. */
export function cleanFileName(name: string, fallback: string): string {
  const last = mendedText(name).split(/[\\/]/).at(-1) ?? "";
  const letters = [...last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim()];
  return letters.slice(-LONGEST_NAME).join("") || fallback;
}
