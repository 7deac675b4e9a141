import {
  entriesOf,
  entryStores,
  OWNERLESS,
  type OwnerKey,
  resultOf,
  sealedFor,
  storeOf,
  unsealed,
  write,
} from "./device-store";

/** Assigns entries from before entries had an owner to the first person who signs in. */
async function adoptOwnerless(db: IDBDatabase, owner: string, key: CryptoKey): Promise<void> {
  const old: CryptoKey | undefined = await resultOf(storeOf(db, "key").get(OWNERLESS));
  if (!old) return;
  await adoptEntries(db, undefined, old, owner, key);
  await write(db, ["key"], (store) => store("key").delete(OWNERLESS));
}

/** Assigns entries from before AUTH_SECRET was rotated to the person's new pseudonym, and those without an owner. */
export async function adoptFormer(
  db: IDBDatabase,
  former: readonly OwnerKey[],
  imported: (key: OwnerKey) => Promise<CryptoKey>,
  owner: string,
  key: CryptoKey,
): Promise<void> {
  for (const one of former) await adoptEntries(db, one.owner, await imported(one), owner, key);
  await adoptOwnerless(db, owner, key);
}

/** Encrypts what one owner, or nobody, has here for another one: a person has a new pseudonym after a rotation. */
async function adoptEntries(
  db: IDBDatabase,
  from: string | undefined,
  old: CryptoKey,
  owner: string,
  key: CryptoKey,
): Promise<void> {
  for (const name of entryStores)
    for (const entry of await entriesOf(db, name)) {
      if (entry.owner !== from) continue;
      const plain = await unsealed<object>(old, entry);
      if (!plain) continue;
      const owned = { ...entry, ...(await sealedFor(owner, key, entry.id, plain)) };
      await write(db, [name], (store) => store(name).put(owned));
    }
}
