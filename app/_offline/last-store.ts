import { deleteEntries, keyOf, openDevice, sealedFor, write } from "./device-store";
import { listOwn } from "./queue";

/** An answer that was read at the counter, for when there is no internet: it is old by then, and says so. */
export type LastAnswer = { lookupId: string; number: string; heading: string; at: string };

type Kept = LastAnswer & { id: string };

const MOST = 5;

/** Keeps what the counter was last told; asked again, a look-up stands there once. */
export async function keepAnswer(owner: string, answer: LastAnswer): Promise<void> {
  const before = await listLastAnswers(owner);
  const over = before.filter(({ lookupId }, at) => lookupId === answer.lookupId || at >= MOST - 1);
  const db = await openDevice();
  const key = await keyOf(db, owner);
  if (key) {
    // In the clear stands a name by chance: the look-up's own would open its page.
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

/** The newest first. */
export async function listLastAnswers(owner: string): Promise<Kept[]> {
  return (await listOwn<Kept>("last", owner)).reverse();
}
