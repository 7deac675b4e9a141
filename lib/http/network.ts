/** Stands where an address is not known, and counts as one. */
export const NO_ADDRESS = "desconocida";

/**
 * What limits count as one address: an IPv4 address itself, of an IPv6 address its first 64 bits, since one
 * connection has them all. What is no address counts as it is written.
 */
export function networkOf(ip: string): string {
  const address = ip
    .trim()
    .toLowerCase()
    .replace(/%.*$/, "")
    .replace(/^\[|\]$/g, "");
  if (!address.includes(":")) return address;
  const parts = hextets(address);
  if (!parts) return address;
  const [high = 0, low = 0] = parts.slice(6);
  const mapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
  if (mapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/** The eight numbers of an IPv6 address; null when it is none. */
function hextets(address: string): number[] | null {
  const dotted = /^(.*:)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  const [, before = "", ...bytes] = dotted ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
  const text = dotted ? `${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}` : address;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [left = [], right] = halves.map((half) => half.split(":").filter(Boolean));
  const zeros = right ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0") : [];
  const parts = [...left, ...zeros, ...(right ?? [])];
  if (parts.length !== 8 || !parts.every((part) => /^[0-9a-f]{1,4}$/.test(part))) return null;
  return parts.map((part) => Number.parseInt(part, 16));
}
