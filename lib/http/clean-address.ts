import { cleanLine } from "./text";

const LONGEST_ADDRESS = 8_192;

/**
 * Path and query of a request in the one form that pages see: every part decodes to clean text. Answers the status
 * of the refusal instead when a part does not, or when there is no end of it.
 */
export function cleanAddress(address: string): string | 400 | 414 {
  if (address.length > LONGEST_ADDRESS) return 414;
  const cut = address.indexOf("?");
  const [path, query] = cut < 0 ? [address, null] : [address.slice(0, cut), address.slice(cut + 1)];
  const parts = path.split("/").map((part) => cleanPart(part));
  const pairs = query
    ?.split("&")
    .map((pair) => pair.split("=").map((part) => cleanPart(part.replaceAll("+", "%20"), part)));
  if (parts.includes(null) || pairs?.some((pair) => pair.includes(null))) return 400;
  const names = pairs?.map(([name]) => name ?? "").filter((name) => name !== "") ?? [];
  // No form of ours repeats a parameter; a list where a page expects a text is a probe.
  if (new Set(names).size < names.length || names.some((name) => forbidden.has(decodeURIComponent(name))))
    return 400;
  const search = pairs ? `?${pairs.map((pair) => pair.join("=")).join("&")}` : "";
  return parts.join("/") + search;
}

/** Names that reach an object's own machinery where somebody looks a value up by them. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** The part as it came when it is clean, encoded anew when tidying changed it, null when it cannot be read. */
function cleanPart(part: string, asItCame = part): string | null {
  let text: string;
  try {
    text = decodeURIComponent(part);
  } catch {
    return null;
  }
  const clean = cleanLine(text);
  if (clean === null) return null;
  return clean === text ? asItCame : encodeURIComponent(clean);
}

/** The Cookie header without the cookies that cannot be read; nothing of ours is among them. */
export function cleanCookies(header: string): string {
  return header
    .split(";")
    .filter((pair) => cleanPart(pair) === pair)
    .join(";");
}
