import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { OUTSIDE, outsideOf } from "./postgres-folder";
import { stopPostmaster } from "./postmaster";

/**
 * Puts aside the database that lies outside of a data folder of root's, when the folder was deleted to start anew: with
 * it went the only keys that fit that database, and each start would be refused. While the folder has its secrets, or
 * the saved connection that also holds them, the database is its own and stays. One earlier database is kept.
 * @param folder the data folder, before secrets are made in it
 * @param log gets the line that says where the database is now
 * @param outsideRoot as of findPlace
 */
export async function putAsideOrphanedData(
  folder: string,
  log: (line: string) => void,
  outsideRoot = OUTSIDE,
): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const base = outsideOf(folder, outsideRoot);
  const home = path.join(base, "cluster");
  const holdsKeys = ["secrets.json", "conexion.json"].some((name) => existsSync(path.join(folder, name)));
  if (holdsKeys || !existsSync(path.join(home, "postgres"))) return;
  await stopPostmaster(path.join(home, "postgres"));
  const aside = path.join(base, "cluster.anterior");
  rmSync(aside, { recursive: true, force: true });
  renameSync(home, aside);
  log(`Se empieza de nuevo: la base de datos anterior, cuyas llaves se borraron, queda en ${aside}.`);
}
