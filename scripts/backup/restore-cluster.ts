import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { findPlace, type Place } from "@/scripts/postgres-folder";
import { closing } from "./closed";
import type { Manifest } from "./manifest";

/**
 * Puts the files of a copy where the embedded Postgres of `folder` keeps its own, and gives it a new password. Its
 * first start recovers from the WAL that came along.
 * @throws Error with one line when there is a database already
 */
export function placeCluster(
  folder: string,
  copy: string,
  manifest: Manifest,
  log: (line: string) => void,
): void {
  const place = findPlace(folder, log);
  if (existsSync(path.join(place.data, "PG_VERSION")))
    throw new Error(`Ya hay una base de datos en ${place.data}: deténgala y muévala antes de restaurar.`);
  rmSync(place.data, { recursive: true, force: true });
  // Renamed at the end: a restore that is killed leaves nothing that a start would take for a database.
  const unfinished = `${place.data}.nuevo`;
  rmSync(unfinished, { recursive: true, force: true });
  const target = (name: string) => path.join(unfinished, path.posix.relative("cluster", name));
  try {
    for (const name of manifest.folders) {
      mkdirSync(target(name), { recursive: true, mode: 0o700 });
      own(place, target(name));
    }
    for (const { path: name } of manifest.files) {
      copyFileSync(path.join(copy, name), target(name));
      chmodSync(target(name), 0o600);
      own(place, target(name));
    }
    givePassword({ ...place, data: unfinished }, manifest.database);
    renameSync(unfinished, place.data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function own({ owner }: Place, file: string): void {
  if (owner) chownSync(file, owner.uid, owner.gid);
}

/**
 * The cluster gets a new password, because the old one may be lost with the machine and only its owner can
 * start these files. Its database is closed to writers until the restore is finished.
 */
function givePassword(place: Place, database: string): void {
  const password = randomBytes(24).toString("hex");
  const result = spawnSync(path.join(place.bin, "postgres"), ["--single", "-D", place.data, "postgres"], {
    input: [`alter role postgres password '${password}'`, ...closing(database), ""].join("\n"),
    encoding: "utf8",
    ...(place.owner ?? {}),
  });
  if (result.status !== 0)
    throw new Error(`La copia no arrancó. ${(result.stderr ?? "").trim().split("\n").at(-1)}`);
  const file = path.join(place.data, "..", "postgres-password");
  writeFileSync(file, password, { mode: 0o600 });
  own(place, file);
}
