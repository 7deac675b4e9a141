import { forgetSharedPicture } from "@/components/order/scanner/shared-picture";
import { unmark } from "./device-mark";
import { deleteEntries, openDevice, write } from "./device-store";
import { listWaiting } from "./queue";

/**
 * Removes the person's data from the device. Returns true, without removing anything, when they must be asked
 * first.
 */
export async function leaveOrAsk(owner: string, throwAway: boolean | undefined): Promise<boolean> {
  if (!owner) return false;
  if (throwAway === undefined && (await listWaiting(owner)).length > 0) return true;
  await leaveDevice(owner, throwAway === true);
  return false;
}

/**
 * Removes the person's key when they sign out, so that nothing of theirs can be read. Waiting codes stay
 * encrypted until they sign in again, unless they are discarded.
 */
async function leaveDevice(owner: string, throwAway: boolean): Promise<void> {
  unmark();
  // A browser that keeps no caches must not keep the key either.
  await forgetSharedPicture().catch(() => {});
  const db = await openDevice();
  await deleteEntries(db, "last", owner);
  if (throwAway) for (const store of ["waiting", "late"] as const) await deleteEntries(db, store, owner);
  await write(db, ["key"], (store) => store("key").delete(owner));
  db.close();
}

/** The same for whoever used the device last, when nobody is signed in. */
export async function leaveAll(): Promise<void> {
  unmark();
  // A browser that keeps no caches must not keep the key either.
  await forgetSharedPicture().catch(() => {});
  const db = await openDevice();
  await write(db, ["key", "last"], (store) => {
    store("key").clear();
    store("last").clear();
  });
  db.close();
}
