import type { OrderPublicKey } from "@/domain/order-code/signature";
import { verifyEd25519 } from "@/lib/crypto/web-ed25519";

/** What the phone keeps of the caja, from the last time that it was online. */
export type Trust = {
  keys: OrderPublicKey[];
  /** Code ids, in hexadecimal, that are used, annulled or replaced. */
  dead: ReadonlySet<string>;
  /** Those of which there is a newer paper. */
  superseded: ReadonlySet<string>;
  /** When the caja signed the list; null when there is none, or its signature is not right. */
  listedAt: Date | null;
};

type PublishedKeys = { keys: { id: number; publicKey: string }[] };
type SignedList = { list: string; keyId: number; signature: string };
/** A list that was kept before there was the second one has only the first. */
type PublishedLists = SignedList & { superseded?: SignedList };

const DEAD_DOMAIN = "convenios/dead-list/v1";
const SUPERSEDED_DOMAIN = "convenios/superseded-list/v1";
const ID_BYTES = 8;

/** Reads what the service worker keeps, or the server's own when there is a connection. */
export async function readTrust(): Promise<Trust> {
  const [orderKeys, listKeys, list] = await Promise.all([
    fetchJson<PublishedKeys>("/.well-known/order-keys.json"),
    fetchJson<PublishedKeys>("/.well-known/receipt-keys.json"),
    fetchJson<PublishedLists>("/sin-conexion/lista"),
  ]);
  const keys = listKeys ? publicKeys(listKeys) : [];
  const dead = list && (await readList(list, keys, DEAD_DOMAIN));
  const superseded = list?.superseded && (await readList(list.superseded, keys, SUPERSEDED_DOMAIN));
  return {
    keys: orderKeys ? publicKeys(orderKeys) : [],
    dead: dead?.ids ?? new Set(),
    superseded: superseded?.ids ?? new Set(),
    listedAt: dead?.at ?? null,
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

async function readList({ list, keyId, signature }: SignedList, keys: OrderPublicKey[], listDomain: string) {
  const key = keys.find(({ id }) => id === keyId);
  const bytes = fromBase64Url(list);
  if (!key || bytes.length < ID_BYTES) return null;
  const domain = new TextEncoder().encode(listDomain);
  const message = new Uint8Array([...domain, ...bytes]);
  if (!(await verifyEd25519(key.publicKey, fromBase64Url(signature), message))) return null;
  // Milliseconds since 1970 in eight bytes, then the ids, eight bytes each.
  const at = new Date(Number(new DataView(bytes.buffer).getBigUint64(0)));
  const ids = new Set<string>();
  for (let from = ID_BYTES; from + ID_BYTES <= bytes.length; from += ID_BYTES)
    ids.add(hexOf(bytes.subarray(from, from + ID_BYTES)));
  return { at, ids };
}

export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
