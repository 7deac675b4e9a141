import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect } from "@/db/connection";
import { migrateDatabase } from "@/db/migrate";
import { withDatabase } from "@/lib/database-url";
import { findPlace } from "@/scripts/postgres-folder";
import { checkDataKeys } from "../data-keys";
import { startCluster } from "../embedded-postgres";
import { openDatabase, writingAddress } from "./closed";
import { restoreDump } from "./dump";
import type { Keys } from "./keys";
import { type Manifest, readCheckedCopy } from "./manifest";
import { placeCluster } from "./restore-cluster";
import { type Checked, verifyDatabase } from "./verify";

/**
 * How far each number series is advanced after a restore: more numbers than can have been issued since the
 * backup, so that none is issued twice.
 */
export const GAP = 100_000;

export type Restored = { manifest: Manifest; checked: Checked };
type Log = (line: string) => void;

/**
 * Restores a copy of the embedded Postgres into a folder without a database, and leaves it stopped.
 * @param keys those that were kept apart; they must be those of the copy
 * @throws Error with one line; nothing is left of a restore that failed
 */
export async function restoreIntoFolder(
  copy: string,
  folder: string,
  keys: Keys,
  { gap = GAP, log = () => {} }: { gap?: number; log?: Log } = {},
): Promise<Restored> {
  const manifest = await readCheckedCopy(copy);
  if (manifest.kind !== "cluster")
    throw new Error("Es una copia de un servidor propio: ponga DATABASE_URL con una base vacía.");
  placeCluster(folder, copy, manifest, log);
  try {
    const cluster = await startCluster(folder, log);
    try {
      const url = withDatabase(cluster.url, manifest.database);
      const checked = await resume(writingAddress(url), keys, gap, manifest);
      await openDatabase(url);
      writeFileSync(path.join(folder, "secrets.json"), JSON.stringify(keys, null, 2), { mode: 0o600 });
      return { manifest, checked };
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    rmSync(findPlace(folder, () => {}).data, { recursive: true, force: true });
    throw error;
  }
}

/** Restores a copy that pg_dump made into an empty database of the same name. @throws Error with one line */
export async function restoreIntoServer(copy: string, url: string, keys: Keys, gap = GAP): Promise<Restored> {
  const manifest = await readCheckedCopy(copy);
  if (manifest.kind !== "dump")
    throw new Error("Es una copia de los archivos del Postgres incluido: restaure sin DATABASE_URL.");
  // Read once a process, at the first use.
  Object.assign(process.env, keys);
  await restoreDump(url, copy, manifest);
  const checked = await resume(writingAddress(url), keys, gap, manifest);
  await openDatabase(url);
  return { manifest, checked };
}

/**
 * The keys are compared first, because with other keys nothing could be decrypted. Then the schema is
 * migrated, the data verified and the number series advanced.
 */
async function resume(url: string, keys: Keys, gap: number, { takenAt }: Manifest): Promise<Checked> {
  Object.assign(process.env, keys, { DATABASE_URL: url });
  await migrateDatabase(url);
  await checkDataKeys(url);
  const checked = await verifyDatabase(url);
  const owner = connect(url, null, 1);
  try {
    await owner`select resume_after_restore(${gap}::int, ${takenAt}::timestamptz)`;
  } finally {
    await owner.end({ timeout: 5 });
  }
  return checked;
}
