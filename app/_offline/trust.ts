import type { OrderPublicKey } from "@/domain/order-code/signature";
import { verifyEd25519 } from "@/lib/crypto/web-ed25519";

/** What the phone has stored of the caja since it was last online. */
export type Trust = {
  keys: OrderPublicKey[];
  /** Code ids, in hexadecimal, that are used, annulled or replaced. */
  dead: ReadonlySet<string>;
  /** Code ids that have a newer paper. */
  superseded: ReadonlySet<string>;
  /** When the caja signed the list; null without a list or with an invalid signature. */
  listedAt: Date | null;
  /**
   * Why the phone cannot check a code yet: it was never online, the server fails, the caja has no keys, or nobody is
   * signed in. Null when it can.
   */
  missing: "line" | "server" | "keys" | "session" | null;
};

type PublishedKeys = { keys: { id: number; publicKey: string }[] };
type SignedList = { list: string; keyId: number; signature: string };
/** A list stored by an earlier version has only the first part. */
type PublishedLists = SignedList & { superseded?: SignedList };

const DEAD_DOMAIN = "convenios/dead-list/v1";
const SUPERSEDED_DOMAIN = "convenios/superseded-list/v1";
const ID_BYTES = 8;

/** The last answer for the list. */
let lastList: Answer<PublishedLists> | null = null;

/**
 * Reads the server's keys and list when there is a connection, else the service worker's cache.
 * @param mayAskList Whether the list is asked for again. That takes the session, unlike the keys, which are public, so
 * it is false on a page that nobody uses. Without an answer, and while nobody is signed in, it is asked for anyway.
 */
export async function readTrust(mayAskList = true): Promise<Trust> {
  const known = lastList && ![0, 401].includes(lastList.status) ? lastList : null;
  const [orderKeys, listKeys, list] = await Promise.all([
    fetchJson<PublishedKeys>("/.well-known/order-keys.json"),
    fetchJson<PublishedKeys>("/.well-known/receipt-keys.json"),
    (!mayAskList && known) || fetchJson<PublishedLists>("/sin-conexion/lista"),
  ]);
  lastList = list;
  const signers = listKeys.json ? publicKeys(listKeys.json) : [];
  const dead = list.json && (await readList(list.json, signers, DEAD_DOMAIN));
  const superseded =
    list.json?.superseded && (await readList(list.json.superseded, signers, SUPERSEDED_DOMAIN));
  const keys = orderKeys.json ? publicKeys(orderKeys.json) : [];
  const listedAt = dead?.at ?? null;
  return {
    keys,
    dead: dead?.ids ?? new Set(),
    superseded: superseded?.ids ?? new Set(),
    listedAt,
    missing:
      keys.length > 0 && listedAt ? null : whyMissing([orderKeys.status, listKeys.status, list.status]),
  };
}

/** Only a server that answers can know that the caja has no keys, or that nobody is signed in. */
function whyMissing(statuses: number[]): Trust["missing"] {
  if (statuses.includes(0)) return "line";
  if (statuses.some((status) => status >= 500)) return "server";
  return statuses.includes(401) ? "session" : "keys";
}

/** Status 0 means that the server did not answer. */
type Answer<T> = { status: number; json: T | null };

async function fetchJson<T>(path: string): Promise<Answer<T>> {
  try {
    const answer = await fetch(path, { headers: { accept: "application/json" } });
    return { status: answer.status, json: answer.ok ? await answer.json() : null };
  } catch {
    return { status: 0, json: null };
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
