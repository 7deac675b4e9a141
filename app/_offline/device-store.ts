/** A pseudonym and the key of what stands under it, in base64, as the server answers them. */
export type OwnerKey = { owner: string; key: string };

/** Name of the only key, for entries from before entries had an owner. */
export const OWNERLESS = "waiting";

export const entryStores = ["waiting", "late", "last"] as const;
type EntryStore = (typeof entryStores)[number];
export type Sealed = {
  id: string;
  owner?: string;
  /** Day on which it was encrypted, as `dayNumber`; missing from earlier versions. */
  day?: number;
  nonce: Uint8Array;
  body: ArrayBuffer;
};
/** An encrypted entry as stored, with its id. */
export type Stored = Sealed & { place: number };

/** Days since 1970 by the device's clock. */
export const dayNumber = () => Math.floor(Date.now() / 86_400_000);

/** The IndexedDB database of the device. Of an entry only its owner's pseudonym and its day are stored unencrypted. */
export function openDevice(): Promise<IDBDatabase> {
  const opening = indexedDB.open("proveedores", 3);
  opening.onupgradeneeded = ({ oldVersion: from }) => {
    if (from < 1) opening.result.createObjectStore("key");
    for (const store of entryStores.slice(from))
      opening.result.createObjectStore(store, { keyPath: "place", autoIncrement: true });
  };
  return resultOf(opening);
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const storeOf = (db: IDBDatabase, name: EntryStore | "key") => db.transaction(name).objectStore(name);

/** The entries of a store, the oldest first. */
export const entriesOf = (db: IDBDatabase, name: EntryStore): Promise<Stored[]> =>
  resultOf(storeOf(db, name).getAll());

/** Writes in one transaction; resolves once it is committed. */
export function write(
  db: IDBDatabase,
  names: readonly (EntryStore | "key")[],
  run: (store: (name: EntryStore | "key") => IDBObjectStore) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([...names], "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    run((name) => transaction.objectStore(name));
  });
}

/** The person's key; undefined when they are not signed in on this device. */
export function keyOf(db: IDBDatabase, owner: string): Promise<CryptoKey | undefined> {
  return resultOf(storeOf(db, "key").get(owner));
}

export async function sealedFor(owner: string, key: CryptoKey, id: string, entry: object): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  const body = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain);
  return { id, owner, day: dayNumber(), nonce, body };
}

/** Decrypts an entry; null when it was encrypted with another key. */
export async function unsealed<T>(key: CryptoKey, { nonce, body }: Sealed): Promise<T | null> {
  const plain = await crypto.subtle
    .decrypt({ name: "AES-GCM", iv: Uint8Array.from(nonce) }, key, body)
    .catch(() => null);
  return plain && JSON.parse(new TextDecoder().decode(plain));
}

/** Deletes an owner's entries of one store, all or those with these ids. */
export async function deleteEntries(
  db: IDBDatabase,
  name: EntryStore,
  owner: string,
  ids?: readonly string[],
): Promise<void> {
  const over = (await entriesOf(db, name)).filter(
    (entry) => entry.owner === owner && (ids?.includes(entry.id) ?? true),
  );
  await write(db, [name], (store) => {
    for (const { place } of over) store(name).delete(place);
  });
}
