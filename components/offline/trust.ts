import type { OrderPublicKey } from "@/lib/crypto/order-signature";
import { verifyEd25519 } from "@/lib/crypto/web-ed25519";

/** What the phone keeps of the caja, from the last time that it was online. */
export type Trust = {
  keys: OrderPublicKey[];
  /** Code ids, in hexadecimal, that are used, annulled or replaced. */
  dead: ReadonlySet<string>;
  /** When the caja signed the list; null when there is none, or its signature is not right. */
  listedAt: Date | null;
};

type PublishedKeys = { keys: { id: number; publicKey: string }[] };
type PublishedList = { list: string; keyId: number; signature: string };

const LIST_DOMAIN = "convenios/dead-list/v1";
const ID_BYTES = 8;

/** Reads what the service worker keeps, or the server's own when there is a connection. */
export async function readTrust(): Promise<Trust> {
  const [orderKeys, listKeys, list] = await Promise.all([
    fetchJson<PublishedKeys>("/.well-known/order-keys.json"),
    fetchJson<PublishedKeys>("/.well-known/receipt-keys.json"),
    fetchJson<PublishedList>("/sin-conexion/lista"),
  ]);
  const read = list && listKeys ? await readList(list, publicKeys(listKeys)) : null;
  return {
    keys: orderKeys ? publicKeys(orderKeys) : [],
    dead: read?.dead ?? new Set(),
    listedAt: read?.at ?? null,
  };
}

async function fetchJson<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path, { headers: { accept: "application/json" } });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function publicKeys({ keys }: PublishedKeys): OrderPublicKey[] {
  return keys.map(({ id, publicKey }) => ({ id, publicKey: fromBase64Url(publicKey) }));
}

async function readList({ list, keyId, signature }: PublishedList, keys: OrderPublicKey[]) {
  const key = keys.find(({ id }) => id === keyId);
  const bytes = fromBase64Url(list);
  if (!key || bytes.length < ID_BYTES) return null;
  const domain = new TextEncoder().encode(LIST_DOMAIN);
  const message = new Uint8Array([...domain, ...bytes]);
  if (!(await verifyEd25519(key.publicKey, fromBase64Url(signature), message))) return null;
  // Milliseconds since 1970 in eight bytes, then the ids, eight bytes each.
  const at = new Date(Number(new DataView(bytes.buffer).getBigUint64(0)));
  const dead = new Set<string>();
  for (let from = ID_BYTES; from + ID_BYTES <= bytes.length; from += ID_BYTES)
    dead.add(hexOf(bytes.subarray(from, from + ID_BYTES)));
  return { at, dead };
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
