import path from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { loadDemo } from "@/scripts/demo/load";
import { browserPath } from "@/tests/support/browser";
import { ensureBuilt } from "./build";
import { ownedDatabase, servingLogin } from "./database-logins";
import { freePort, startCluster } from "./embedded-postgres";
import { keptSecrets } from "./secrets";
import { startServer, stopServer, untilServing } from "./server";
import { worldReadableFolder } from "./world-readable-folder";

export type E2e = { env: Record<string, string>; stop(): Promise<void> };

/**
 * Starts the built server on a free port with a database and demonstration of its own. E-mails stay in the
 * outbox and are read at /buzon, as in the demonstration.
 */
export async function e2eEnvironment(root: string): Promise<E2e> {
  const folder = worldReadableFolder("hanna-e2e-");
  const secrets = keptSecrets(path.join(folder, "secretos"));
  // A fixed key, so that an unchanged tree is not built again.
  const env: Record<string, string> = {
    ...secrets,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, "pruebas").toString("base64"),
  };
  const browser = await browserPath();
  ensureBuilt(root, env, ".next-test");
  const cluster = await startCluster(folder);
  const port = await freePort();
  const address = { host: "127.0.0.1", port };
  Object.assign(env, {
    DATABASE_URL: await ownedDatabase(cluster.url, "hanna"),
    DEMO: "1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: "warn",
  });
  Object.assign(process.env, env);
  await migrateDatabase(env.DATABASE_URL ?? "", root);
  await loadDemo(env.DATABASE_URL ?? "");
  // Tests connect as the owner to look into the database; the server's login owns nothing.
  const served = { ...env, DATABASE_URL: await servingLogin(env.DATABASE_URL ?? "") };
  const server = startServer(root, address, served, ".next-test");
  await untilServing(server, address);
  return {
    env: { ...env, E2E_URL: `http://127.0.0.1:${port}`, ...(browser ? { E2E_BROWSER: browser } : {}) },
    stop: async () => {
      await stopServer(server);
      await cluster.discard();
    },
  };
}
