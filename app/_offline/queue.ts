import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { DeferredAnswer } from "@/model/verdict";
import {
  dayNumber,
  deleteEntries,
  entriesOf,
  keyOf,
  openDevice,
  type Stored,
  unsealed,
  write,
} from "./device-store";

/** A code that was scanned offline and waits for the caja's answer. */
export type Waiting = {
  /** Idempotency key, made here: a retry is the same look-up. */
  id: string;
  code: string;
  channel: "scan" | "picture";
  readAt: string;
  /** The phone's own verdict. */
  said: OfflineOutcome;
};

/** The caja's answer to one of them, stored until the person acknowledges it. */
export type DeferredEntry = Omit<Waiting, "code"> & { answer: DeferredAnswer };

export const listWaiting = (owner: string) => listOwn<Waiting>("waiting", owner);
export const listDeferred = (owner: string) => listOwn<DeferredEntry>("late", owner);

/** This owner's entries, oldest first. Those that cannot be decrypted with their key are deleted. */
export async function listOwn<T>(store: "waiting" | "late" | "last", owner: string): Promise<T[]> {
  const db = await openDevice();
  const key = await keyOf(db, owner);
  const opened: T[] = [];
  for (const entry of await entriesOf(db, store)) {
    if (!key || entry.owner !== owner) continue;
    const plain = await unsealed<T>(key, entry);
    if (plain) opened.push(plain);
    else await deleteEntries(db, store, owner, [entry.id]);
  }
  db.close();
  return opened;
}

/** After it nobody is told any more: the owner has left, or their key went with a rotation of AUTH_SECRET. */
const OTHERS_TOLD_DAYS = 30;

/**
 * Whether entries of another person wait here, who can be expected to come back. Their content cannot be read. Entries
 * of earlier versions have no day and get today's.
 */
export async function waitsForOthers(owner: string | null): Promise<boolean> {
  const db = await openDevice();
  const today = dayNumber();
  let waits = false;
  for (const name of ["waiting", "late"] as const)
    for (const entry of await entriesOf(db, name)) {
      if (entry.owner === owner) continue;
      const { day = today } = entry;
      if (entry.day === undefined) await dated(db, name, { ...entry, day });
      waits ||= today - day <= OTHERS_TOLD_DAYS;
    }
  db.close();
  return waits;
}

/** Writes the day of an entry, unless another tab has taken it meanwhile. */
const dated = (db: IDBDatabase, name: "waiting" | "late", entry: Stored) =>
  write(db, [name], (store) => {
    const known = store(name).count(entry.place);
    known.onsuccess = () => known.result && store(name).put(entry);
  });

/** Deletes answers that the person acknowledged. */
export async function removeDeferred(owner: string, ids: readonly string[]): Promise<void> {
  const db = await openDevice();
  await deleteEntries(db, "late", owner, ids);
  db.close();
}
