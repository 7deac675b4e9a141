import { deleteEntries, openDevice, write } from "./device-store";
import { unmark } from "./own-device";

/**
 * Signing out: their key leaves the device, and with it all that could be read of theirs. What waits stays sealed until
 * they come back, unless it is thrown away.
 */
export async function leaveDevice(owner: string, { throwAway = false } = {}): Promise<void> {
  unmark();
  const db = await openDevice();
  await deleteEntries(db, "last", owner);
  if (throwAway) for (const store of ["waiting", "late"] as const) await deleteEntries(db, store, owner);
  await write(db, ["key"], (store) => store("key").delete(owner));
  db.close();
}
