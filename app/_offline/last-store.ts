import { deleteEntries, keyOf, openDevice, sealedFor, write } from "./device-store";
import { listOwn } from "./queue";

/** An answer stored for offline use. It is shown with its age. */
export type LastAnswer = { lookupId: string; number: string; heading: string; at: string };

type Kept = LastAnswer & { id: string };

const MOST = 5;

/** Stores the last answers of the counter, one for each look-up. */
export async function keepAnswer(owner: string, answer: LastAnswer): Promise<void> {
  const before = await listLastAnswers(owner);
  const over = before.filter(({ lookupId }, at) => lookupId === answer.lookupId || at >= MOST - 1);
  const db = await openDevice();
  const key = await keyOf(db, owner);
  if (key) {
    // The stored name is random, because the look-up's id would open its page.
    const entry: Kept = { ...answer, id: crypto.randomUUID() };
    await deleteEntries(
      db,
      "last",
      owner,
      over.map(({ id }) => id),
    );
    const sealed = await sealedFor(owner, key, entry.id, entry);
    await write(db, ["last"], (store) => store("last").add(sealed));
  }
  db.close();
}

/** Newest first. */
export async function listLastAnswers(owner: string): Promise<Kept[]> {
  return (await listOwn<Kept>("last", owner)).reverse();
}
