import { ownPath } from "./own-path";

/**
 * Path and query of the page whose link or form made a request, as its Referer says; null without one, or when the
 * path is not one of ours. What another site sends is only ever used as a path of this site.
 */
export function comingFrom(headers: Headers): string | null {
  const from = headers.get("referer") ?? "";
  if (!URL.canParse(from)) return null;
  const { pathname, search } = new URL(from);
  return ownPath(pathname + search);
}
