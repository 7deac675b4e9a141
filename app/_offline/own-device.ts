import { keyOf, OWNERLESS, openDevice, resultOf, storeOf, write } from "./device-store";

/**
 * Whose device this is for now. What a person reads without internet is sealed with a key that only their own session
 * is given; it stays on the device, out of reach of scripts, until they sign out or somebody else signs in.
 */
type Mark = { owner: string; until: number };

const MARK = "persona";
/** As long as the session of a counter lives without a request. */
const LIFE_MS = 12 * 60 * 60 * 1000;
const KEY = "/consultar/pendientes/llave";

/** Who signed in here last, when nobody can be resultOf; null when they signed out, or it was long ago. */
export function markedOwner(): string | null {
  const mark = guarded((): Mark | null => JSON.parse(localStorage.getItem(MARK) ?? "null"));
  return mark && mark.until > Date.now() ? mark.owner : null;
}

/** Asks the server who is signed in and takes their key; null when nobody is. @throws TypeError without internet */
export async function signedInOwner(): Promise<string | null> {
  const answer = await fetch(KEY, { cache: "no-store", redirect: "error" });
  if (!answer.ok) return null;
  const { owner, key } = (await answer.json()) as { owner: string; key: string };
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  await takeKey(owner, await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]));
  return owner;
}

/** Makes the device theirs: with the key that it has, or that the server gives. */
export async function holdDevice(owner: string): Promise<boolean> {
  const db = await openDevice();
  const known = await keyOf(db, owner);
  db.close();
  if (!known) return (await signedInOwner().catch(() => null)) === owner;
  await takeKey(owner, known);
  return true;
}

async function takeKey(owner: string, key: CryptoKey): Promise<void> {
  const db = await openDevice();
  const names = await resultOf(storeOf(db, "key").getAllKeys());
  await write(db, ["key"], (store) => {
    for (const name of names) if (name !== owner && name !== OWNERLESS) store("key").delete(name);
    store("key").put(key, owner);
  });
  // Only on a device from before there were owners.
  if (names.includes(OWNERLESS)) await (await import("./adopt-ownerless")).adoptOwnerless(db, owner, key);
  db.close();
  guarded(() =>
    localStorage.setItem(MARK, JSON.stringify({ owner, until: Date.now() + LIFE_MS } satisfies Mark)),
  );
}

/** From now on nobody is signed in here. */
export function unmark(): void {
  guarded(() => localStorage.removeItem(MARK));
}

/** A private window keeps nothing. */
function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
