import { chmodSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * A new temporary folder that the user who runs Postgres can walk through. Its content keeps its own rights.
 * @param prefix start of its name
 */
export function worldReadableFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  chmodSync(folder, 0o711);
  return folder;
}
