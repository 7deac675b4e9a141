import { unmark } from "./device-mark";
import { deleteEntries, openDevice, write } from "./device-store";
import { listWaiting } from "./queue";

/** Takes the person's things off the device; true, and nothing done, where they must be asked first. */
export async function leaveOrAsk(owner: string, throwAway: boolean | undefined): Promise<boolean> {
  if (!owner) return false;
  if (throwAway === undefined && (await listWaiting(owner)).length > 0) return true;
  await leaveDevice(owner, throwAway === true);
  return false;
}

/**
 * Signing out: their key leaves the device, and with it all that could be read of theirs. What waits stays sealed until
 * they come back, unless it is thrown away.
 */
async function leaveDevice(owner: string, throwAway: boolean): Promise<void> {
  unmark();
  const db = await openDevice();
  await deleteEntries(db, "last", owner);
  if (throwAway) for (const store of ["waiting", "late"] as const) await deleteEntries(db, store, owner);
  await write(db, ["key"], (store) => store("key").delete(owner));
  db.close();
}
