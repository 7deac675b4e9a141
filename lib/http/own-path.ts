const BASE = "http://own.invalid";

/**
 * A path of this site to return to, or null, to prevent open redirects. The check is on the emitted path as a
 * browser parses it: normalising "/.//host" gives "//host".
 */
export function ownPath(typed: string | undefined): string | null {
  if (!typed?.startsWith("/") || /[\\\p{C}]/u.test(typed)) return null;
  const emitted = pathOf(typed);
  return emitted !== null && !emitted.startsWith("//") && pathOf(emitted) === emitted ? emitted : null;
}

/** Path and query as a browser tidies them; null when the address belongs to another host. */
function pathOf(address: string): string | null {
  if (!URL.canParse(address, BASE)) return null;
  const url = new URL(address, BASE);
  return url.origin === BASE ? url.pathname + url.search : null;
}

/** The id of an element, as our own addresses name it. */
const FRAGMENT = /#[a-z][a-z0-9_-]*$/;

/**
 * A redirect that makes a GET (303) to a path of this site, or to an element of it. Every route handler answers with it,
 * so that no other place writes the header.
 * @throws Error for anything that is not such a path
 */
export function seeOther(path: string, headers: Record<string, string> = {}): Response {
  const [fragment = ""] = FRAGMENT.exec(path) ?? [];
  const location = ownPath(path);
  if (location === null) throw new Error("a redirect must stay on this site");
  return new Response(null, { status: 303, headers: { ...headers, location: location + fragment } });
}
