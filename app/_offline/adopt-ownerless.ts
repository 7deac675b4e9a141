import {
  entriesOf,
  entryStores,
  OWNERLESS,
  resultOf,
  sealedFor,
  storeOf,
  unsealed,
  write,
} from "./device-store";

/** Assigns entries from before entries had an owner to the first person who signs in. */
export async function adoptOwnerless(db: IDBDatabase, owner: string, key: CryptoKey): Promise<void> {
  const old: CryptoKey | undefined = await resultOf(storeOf(db, "key").get(OWNERLESS));
  if (!old) return;
  for (const name of entryStores)
    for (const entry of await entriesOf(db, name)) {
      if (entry.owner !== undefined) continue;
      const plain = await unsealed<object>(old, entry);
      if (!plain) continue;
      const owned = { ...entry, ...(await sealedFor(owner, key, entry.id, plain)) };
      await write(db, [name], (store) => store(name).put(owned));
    }
  await write(db, ["key"], (store) => store("key").delete(OWNERLESS));
}
