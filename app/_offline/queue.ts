import type { OfflineOutcome } from "@/domain/lookup/offline";
import type { DeferredAnswer } from "@/model/verdict";
import { deleteEntries, entriesOf, keyOf, openDevice, sealedFor, unsealed, write } from "./device-store";

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

/** Keeps a question for its owner; false where they are not signed in on this device. */
export async function addWaiting(owner: string, entry: Waiting): Promise<boolean> {
  const db = await openDevice();
  const key = await keyOf(db, owner);
  if (key) {
    const sealed = await sealedFor(owner, key, entry.id, entry);
    await write(db, ["waiting"], (store) => store("waiting").add(sealed));
  }
  db.close();
  return key !== undefined;
}

export const listWaiting = (owner: string) => listOwn<Waiting>("waiting", owner);
export const listDeferred = (owner: string) => listOwn<DeferredEntry>("late", owner);

/** The oldest first, of this owner alone. What does not open with their key any more is dropped. */
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

/** Whether something waits here for somebody else; of what it is nothing can be known. */
export async function waitsForOthers(owner: string | null): Promise<boolean> {
  const db = await openDevice();
  const all = [...(await entriesOf(db, "waiting")), ...(await entriesOf(db, "late"))];
  db.close();
  return all.some((entry) => entry.owner !== owner);
}

/** Puts the answer in the question's place, both or neither: a phone that goes out in between loses nothing. */
export async function answerWaiting(
  owner: string,
  { code: _, ...question }: Waiting,
  answer: DeferredAnswer,
): Promise<void> {
  const db = await openDevice();
  const key = await keyOf(db, owner);
  if (key) {
    const sealed = await sealedFor(owner, key, question.id, { ...question, answer });
    const answered = (await entriesOf(db, "waiting")).filter(({ id }) => id === question.id);
    await write(db, ["waiting", "late"], (store) => {
      store("late").add(sealed);
      for (const { place } of answered) store("waiting").delete(place);
    });
  }
  db.close();
}

/** The person took note of these answers. */
export async function removeDeferred(owner: string, ids: readonly string[]): Promise<void> {
  const db = await openDevice();
  await deleteEntries(db, "late", owner, ids);
  db.close();
}
