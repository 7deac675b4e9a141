/** A path of this site to go back to, or null: an address given from outside must not lead elsewhere. */
export function ownPath(typed: string | undefined): string | null {
  if (!typed?.startsWith("/") || /[\\\p{Cc}]/u.test(typed)) return null;
  const base = "http://own.invalid";
  if (!URL.canParse(typed, base)) return null;
  const url = new URL(typed, base);
  return url.origin === base ? url.pathname + url.search : null;
}
