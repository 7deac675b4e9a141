import { type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";
import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { DeferredAnswer } from "@/model/verdict";

/** A code that was read without internet and waits for the caja's answer. */
export type Waiting = {
  /** Made here and sent with it: asked twice it is still one question. */
  id: string;
  code: string;
  channel: "scan" | "picture";
  readAt: string;
  /** What the phone itself said of it. */
  said: OfflineOutcome;
};

/** The caja's answer to one of them, kept until the person has taken note. */
export type DeferredEntry = Omit<Waiting, "code"> & { answer: DeferredAnswer };

type Store = "waiting" | "late";
type Sealed = { id: string; nonce: Uint8Array; body: ArrayBuffer };

/**
 * The queue on the phone. Each entry is closed with a key that the browser keeps and never hands out, so that
 * a copy of its files shows nothing.
 */
async function open(): Promise<IDBPDatabase> {
  return openDB("proveedores", 2, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore("key");
        db.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
      }
      db.createObjectStore("late", { keyPath: "place", autoIncrement: true });
    },
  });
}

async function ownKey(db: IDBPDatabase): Promise<CryptoKey> {
  const known: CryptoKey | undefined = await db.get("key", "waiting");
  if (known) return known;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await db.put("key", key, "waiting");
  return key;
}

async function seal(db: IDBPDatabase, entry: Waiting | DeferredEntry): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await ownKey(db), plain);
  return { id: entry.id, nonce, body };
}

export async function addWaiting(entry: Waiting): Promise<void> {
  const db = await open();
  await db.add("waiting", await seal(db, entry));
  db.close();
}

export const listWaiting = () => list<Waiting>("waiting");
export const listDeferred = () => list<DeferredEntry>("late");

/** The oldest first. What does not open any more (another key) is dropped. */
async function list<T>(store: Store): Promise<T[]> {
  const db = await open();
  const key = await ownKey(db);
  const opened: T[] = [];
  for (const { id, nonce, body } of (await db.getAll(store)) as Sealed[]) {
    const plain = await crypto.subtle
      .decrypt({ name: "AES-GCM", iv: Uint8Array.from(nonce) }, key, body)
      .catch(() => null);
    if (plain) opened.push(JSON.parse(new TextDecoder().decode(plain)));
    else await removeFrom(db, store, [id]);
  }
  db.close();
  return opened;
}

/** Puts the answer in the question's place, both or neither: a phone that goes out in between loses nothing. */
export async function answerWaiting(
  { code: _, ...question }: Waiting,
  answer: DeferredAnswer,
): Promise<void> {
  const db = await open();
  const sealed = await seal(db, { ...question, answer });
  const both = db.transaction(["waiting", "late"], "readwrite");
  await both.objectStore("late").add(sealed);
  await deleteIn(both.objectStore("waiting"), [question.id]);
  await both.done;
  db.close();
}

/** The person took note of these answers. */
export async function removeDeferred(ids: readonly string[]): Promise<void> {
  const db = await open();
  await removeFrom(db, "late", ids);
  db.close();
}

async function removeFrom(db: IDBPDatabase, store: Store, ids: readonly string[]): Promise<void> {
  const { store: entries, done } = db.transaction(store, "readwrite");
  await deleteIn(entries, ids);
  await done;
}

async function deleteIn<S extends Store>(
  entries: IDBPObjectStore<unknown, string[], S, "readwrite">,
  ids: readonly string[],
): Promise<void> {
  for (let at = await entries.openCursor(); at; at = await at.continue())
    if (ids.includes(at.value.id)) await at.delete();
}
