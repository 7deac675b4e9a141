import { type IDBPDatabase, openDB } from "idb";

/** A code that was read without internet and waits for the caja's answer. */
export type Waiting = {
  /** Made here and sent with it: asked twice it is still one question. */
  id: string;
  code: string;
  channel: "scan" | "picture";
  readAt: string;
};

type Sealed = { id: string; nonce: Uint8Array; body: ArrayBuffer };

/**
 * The queue on the phone. Each entry is closed with a key that the browser keeps and never hands out, so that
 * a copy of its files shows nothing.
 */
async function open(): Promise<IDBPDatabase> {
  return openDB("proveedores", 1, {
    upgrade(db) {
      db.createObjectStore("key");
      db.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
    },
  });
}

async function ownKey(db: IDBPDatabase): Promise<CryptoKey> {
  const known: CryptoKey | undefined = await db.get("key", "waiting");
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  await db.put("key", made, "waiting");
  return made;
}

export async function addWaiting(entry: Waiting): Promise<void> {
  const db = await open();
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await ownKey(db), plain);
  await db.add("waiting", { id: entry.id, nonce, body } satisfies Sealed);
  db.close();
}

/** The oldest first. What does not open any more (another key) is dropped. */
export async function listWaiting(): Promise<Waiting[]> {
  const db = await open();
  const key = await ownKey(db);
  const opened: Waiting[] = [];
  for (const { id, nonce, body } of (await db.getAll("waiting")) as Sealed[]) {
    const plain = await crypto.subtle
      .decrypt({ name: "AES-GCM", iv: Uint8Array.from(nonce) }, key, body)
      .catch(() => null);
    if (plain) opened.push(JSON.parse(new TextDecoder().decode(plain)));
    else await removeFrom(db, id);
  }
  db.close();
  return opened;
}

export async function removeWaiting(id: string): Promise<void> {
  const db = await open();
  await removeFrom(db, id);
  db.close();
}

async function removeFrom(db: IDBPDatabase, id: string): Promise<void> {
  for (
    let at = await db.transaction("waiting", "readwrite").store.openCursor();
    at;
    at = await at.continue()
  ) {
    if (at.value.id === id) await at.delete();
  }
}
