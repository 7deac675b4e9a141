/** `text` when it is a path of this site, else `fallback`: a link that says where to go next must not lead away. */
export function ownPath(text: string | null | undefined, fallback = "/"): string {
  if (!text?.startsWith("/")) return fallback;
  const here = "http://own.invalid";
  if (!URL.canParse(text, here)) return fallback;
  const url = new URL(text, here);
  return url.origin === here ? url.pathname + url.search : fallback;
}
