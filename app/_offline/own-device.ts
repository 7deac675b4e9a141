import { mark } from "./device-mark";
import { keyOf, OWNERLESS, type OwnerKey, openDevice, resultOf, storeOf, write } from "./device-store";

const KEY = "/consultar/pendientes/llave";

/**
 * Asks the server who is signed in and gets their key; null when nobody is.
 * @throws Error without internet, and when the server fails: that says of nobody that they left
 */
export async function signedInOwner(): Promise<string | null> {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(KEY, { cache: "no-store", redirect: "error", signal });
  if (answer.status === 401) return null;
  if (!answer.ok) throw new Error(KEY);
  const keys = (await answer.json()) as OwnerKey & { former: OwnerKey[] };
  await takeKey(keys.owner, await imported(keys), keys.former);
  return keys.owner;
}

function imported({ key }: OwnerKey): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** Assigns the device to them, with the key that it has or one from the server. */
export async function holdDevice(owner: string): Promise<boolean> {
  const db = await openDevice();
  const known = await keyOf(db, owner);
  db.close();
  if (!known) return (await signedInOwner().catch(() => null)) === owner;
  await takeKey(owner, known);
  return true;
}

async function takeKey(owner: string, key: CryptoKey, former: OwnerKey[] = []): Promise<void> {
  const db = await openDevice();
  const names = await resultOf(storeOf(db, "key").getAllKeys());
  // After a rotation of AUTH_SECRET, or on devices from before entries had an owner; done when the new key is stored.
  if (former[0] || names.includes(OWNERLESS))
    await (await import("./adopt-entries")).adoptFormer(db, former, imported, owner, key);
  await write(db, ["key"], (store) => {
    for (const name of names) if (name !== owner) store("key").delete(name);
    store("key").put(key, owner);
  });
  db.close();
  mark(owner);
}
