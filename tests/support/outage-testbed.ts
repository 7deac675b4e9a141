import type { ChildProcess } from "node:child_process";
import { migrateDatabase } from "@/db/migrate";
import { ownedDatabase } from "@/scripts/database-logins";
import { loadDemo } from "@/scripts/demo/load";
import { type Cluster, freePort, startCluster } from "@/scripts/embedded-postgres";
import { startServer, stopServer, untilServing } from "@/scripts/server";
import { worldReadableFolder } from "@/scripts/world-readable-folder";

export type OutageTestbed = { cluster: Cluster; url: string; origin: string; server: ChildProcess };

/** Runs the built server on a demonstration with a Postgres of its own that a test may kill. */
export async function withOutageTestbed(run: (testbed: OutageTestbed) => Promise<void>): Promise<void> {
  const cluster = await startCluster(worldReadableFolder("hanna-corte-"));
  const url = await ownedDatabase(cluster.url, "corte");
  await migrateDatabase(url);
  await loadDemo(url);
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = { DATABASE_URL: url, PUBLIC_URL: origin, DEMO: "1" };
  const server = startServer(process.cwd(), address, env, ".next-test");
  try {
    await untilServing(server, address);
    await run({ cluster, url, origin, server });
  } finally {
    await stopServer(server);
    await cluster.discard();
  }
}
