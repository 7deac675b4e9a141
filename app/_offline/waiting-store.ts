import type { DeferredAnswer } from "@/model/verdict";
import { entriesOf, keyOf, openDevice, sealedFor, write } from "./device-store";
import type { Waiting } from "./queue";

/**
 * Stores a look-up for its owner; false when they are not signed in on this device.
 * @throws DOMException when the device is full or lets nothing be kept
 */
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

/**
 * Replaces a look-up by its answer in one transaction, so that nothing is lost when the phone goes off in
 * between.
 */
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
