import path from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { loadDemo } from "@/scripts/demo/load";
import { browserPath } from "@/tests/support/browser";
import { skipDisk } from "@/tests/support/skip-fsync";
import { ensureBuilt } from "./build";
import { ownedDatabase, servingLogin } from "./database-logins";
import { freePort, startCluster } from "./embedded-postgres";
import { keptSecrets } from "./secrets";
import { startServer, stopServer, untilServing } from "./server";
import { worldReadableFolder } from "./world-readable-folder";

export type Installation = { env: Record<string, string>; stop(): Promise<void> };
export type E2e = {
  /** The server and database that most tests share. */
  shared: Installation;
  /** Starts one more server with a database of its own, for tests that look at every row of theirs. */
  another(): Promise<Installation>;
  stop(): Promise<void>;
};

/** One key for builds and servers of every run, as the servers of an installation have one. */
const actionKey = { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, "pruebas").toString("base64") };

/**
 * Builds what the browser's tests look at, unless it is built: for demonstrations, whose own starts find it built. What
 * has checked the types needs no second check.
 */
export const buildForBrowser = (root: string, { typesChecked }: { typesChecked: boolean }): Promise<void> =>
  ensureBuilt(
    root,
    { ...actionKey, DEMO: "1", ...(typesChecked ? { TYPES_CHECKED: "1" } : {}) },
    ".next-test",
  );

/**
 * Starts the built server on a free port with a database and demonstration of its own. E-mails stay in the
 * outbox and are read at /buzon, as in the demonstration.
 */
export async function e2eEnvironment(root: string): Promise<E2e> {
  const folder = worldReadableFolder("hanna-e2e-");
  const secrets = keptSecrets(path.join(folder, "secretos"));
  const env: Record<string, string> = { ...secrets, ...actionKey };
  const browser = await browserPath();
  if (browser) env.E2E_BROWSER = browser;
  const cluster = await startCluster(folder);
  await skipDisk(cluster.url);
  const shared = await install(root, env, await ownedDatabase(cluster.url, "hanna"));
  return {
    shared,
    another: async () => install(root, env, await ownedDatabase(cluster.url, "hanna_aparte")),
    stop: async () => {
      await shared.stop();
      await cluster.discard();
    },
  };
}

async function install(root: string, base: Record<string, string>, database: string): Promise<Installation> {
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = { ...base, DATABASE_URL: database, DEMO: "1", PUBLIC_URL: origin, LOG_LEVEL: "warn" };
  Object.assign(process.env, env);
  await migrateDatabase(database, root);
  await loadDemo(database);
  // Tests connect as the owner to look into the database; the server's login owns nothing.
  const server = startServer(
    root,
    address,
    { ...env, DATABASE_URL: await servingLogin(database) },
    ".next-test",
  );
  await untilServing(server, address);
  return { env: { ...env, E2E_URL: origin }, stop: () => stopServer(server) };
}
