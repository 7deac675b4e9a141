import { spawn } from "node:child_process";
import path from "node:path";
import { migrateDatabase } from "@/db/migrate";
import { parseEnv } from "@/lib/env";
import { demoDatabase } from "@/scripts/demo/database";
import { loadDemo } from "@/scripts/demo/load";
import { dataFolder } from "./data-folder";
import { requireDatabase, requireEmbedded, stopUnlessUsed } from "./database";
import { type Cluster, startCluster } from "./embedded-postgres";
import { putAsideOrphanedData } from "./orphaned-data";
import { keptSecrets } from "./secrets";
import { requireFreePort, unusedByDemonstration, withoutEnvFiles } from "./server";

const root = path.resolve(import.meta.dirname, "..");
const folder = dataFolder();
const log = (line: string) => process.stderr.write(`${line}\n`);

let cluster: Cluster | null = null;

/** `npm run dev`: Next's development server on the database and demonstration of `npm start`. */
async function main(): Promise<void> {
  const own = process.env.DATABASE_URL ? {} : { DATABASE_URL: "postgres://localhost/hanna" };
  if (!process.env.DATABASE_URL) await putAsideOrphanedData(folder, log);
  const secrets: Record<string, string> = process.env.DATABASE_URL
    ? {}
    : { ...unusedByDemonstration, ...keptSecrets(folder) };
  const { HOST, PORT } = parseEnv({ ...process.env, ...secrets, ...own });
  const address = { host: HOST ?? "127.0.0.1", port: PORT ?? 3000 };
  await requireFreePort(address);

  const env = process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : await embedded(secrets);
  await requireDatabase(env.DATABASE_URL);
  if (process.env.DEMO) await requireEmbedded(env.DATABASE_URL);
  await migrateDatabase(env.DATABASE_URL, root);
  Object.assign(process.env, env);
  if (cluster) await loadDemo(env.DATABASE_URL, { activity: true });

  const next = path.join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "dev", "-H", address.host, "-p", String(address.port)], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...withoutEnvFiles, NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => void leave().then(() => process.exit(code ?? 0)));
}

async function embedded(secrets: Record<string, string>): Promise<{ DATABASE_URL: string; DEMO: string }> {
  cluster = await startCluster(folder, log);
  return { ...secrets, DATABASE_URL: await demoDatabase(cluster.url), DEMO: "1" };
}

/** A cluster that `npm start` runs stays for it. */
async function leave(): Promise<void> {
  if (cluster) await stopUnlessUsed(cluster);
}

main().catch(async (error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  await leave();
  process.exit(1);
});
