import "./no-settings";
import { migrateDatabase } from "@/db/migrate";
import { parseDatabaseUrl } from "@/lib/database-url";
import { checkDataKeys } from "@/scripts/data-keys";
import { ownedDatabase } from "@/scripts/database-logins";
import { startCluster } from "@/scripts/embedded-postgres";
import { worldReadableFolder } from "@/scripts/world-readable-folder";
import { skipDisk } from "./skip-fsync";

/**
 * Gives a test run its own Postgres and migrated database, deleted afterwards, with a login that owns the
 * database and may create roles only. A TEST_DATABASE_URL (of the mutation tests, or given by hand for one file) is
 * used as it is; it must be on this machine.
 */
export default async function setup(): Promise<() => Promise<void>> {
  Object.assign(process.env, {
    NODE_ENV: "test",
    AUTH_SECRET: "solo-para-las-pruebas-solo-para-las-pruebas",
  });
  const address = process.env.TEST_DATABASE_URL;
  if (address) {
    const hosts = parseDatabaseUrl(address)?.hosts ?? [];
    if (!hosts.every(({ host }) => ["127.0.0.1", "localhost", "::1"].includes(host)))
      throw new Error("tests never touch a remote database");
    process.env.DATABASE_URL = address;
    await prepare(address);
    return async () => {};
  }
  const cluster = await startCluster(worldReadableFolder("hanna-pruebas-"));
  await skipDisk(cluster.url);
  process.env.TEST_CLUSTER_URL = cluster.url;
  process.env.DATABASE_URL = await ownedDatabase(cluster.url, "pruebas");
  await prepare(process.env.DATABASE_URL);
  return () => cluster.discard();
}

/** The keys are noted before a test stores bytes that nothing sealed, as commands compare them. */
async function prepare(url: string): Promise<void> {
  await migrateDatabase(url);
  await checkDataKeys(url);
}
