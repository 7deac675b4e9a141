import { chownSync, copyFileSync, cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { databaseName } from "@/db/roles";
import { takeBaseBackup } from "@/scripts/backup/base-backup";
import { type Cluster, startCluster } from "@/scripts/embedded-postgres";
import { findPlace } from "@/scripts/postgres-folder";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

/**
 * Runs a standby that streams from `primary`, created from a base backup. It is read-only until it is
 * promoted, and deleted when `run` ends.
 */
export async function withStandby(
  primary: Cluster,
  primaryFolder: string,
  run: (standby: Cluster) => Promise<void>,
): Promise<void> {
  const copy = worldReadableFolder("hanna-copia-");
  await takeBaseBackup(primary.url, databaseName(primary.url), path.join(copy, "base"));
  const folder = worldReadableFolder("hanna-replica-");
  const [own, theirs] = [findPlace(folder, () => {}), findPlace(primaryFolder, () => {})];
  cpSync(path.join(copy, "base/cluster"), own.data, { recursive: true });
  const { port, hostname, username, password } = new URL(primary.url);
  writeFileSync(path.join(own.data, "standby.signal"), "");
  writeFileSync(
    path.join(own.data, "postgresql.auto.conf"),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  const secret = (data: string) => path.join(data, "..", "postgres-password");
  copyFileSync(secret(theirs.data), secret(own.data));
  const { owner } = own;
  if (owner) {
    const names = readdirSync(own.data, { recursive: true, encoding: "utf8" });
    for (const name of ["", ...names]) chownSync(path.join(own.data, name), owner.uid, owner.gid);
    chownSync(secret(own.data), owner.uid, owner.gid);
  }
  const standby = await startCluster(folder);
  try {
    await run(standby);
  } finally {
    await standby.discard();
    rmSync(copy, { recursive: true, force: true });
  }
}
