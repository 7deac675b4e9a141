const LONGEST_NAME = 120;

/** A file's name fit to be shown and stored: without folders and control characters, not endless. */
export function cleanFileName(name: string, fallback: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .trim()
      .slice(-LONGEST_NAME) || fallback
  );
}
