import { availableParallelism } from "node:os";
import path from "node:path";
import { ownLogins } from "@/db/client";
import { poolSizes, processesFor } from "@/db/pool-sizes";
import { parseEnv, requireOwnKeys } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { checkDataKeys } from "./data-keys";
import { requireDatabase, requireEmbedded } from "./database";
import { onParentExit } from "./launcher";
import { patchDriver } from "./patch-driver.mjs";
import { serveWithWorkers } from "./serve-workers";
import { requireFreePort } from "./server";

/**
 * `npm run serve`: runs the built server in production, one process per core, after its settings and its
 * database were checked. Stops in order within 10 s when it, or the npm that runs it, is asked to end.
 */
async function main(): Promise<void> {
  const env = parseEnv(process.env);
  requireOwnKeys(env);
  // An installation without scripts (npm ci --ignore-scripts) lacks it.
  patchDriver();
  const processes = env.WEB_CONCURRENCY ?? processesFor(availableParallelism(), env.DATABASE_CONNECTIONS);
  // Each process would refuse by itself, again and again.
  poolSizes(processes, env.DATABASE_CONNECTIONS);
  const address = { host: env.HOST ?? "127.0.0.1", port: env.PORT ?? 3000 };
  await requireFreePort(address);
  for (const setting of Object.values(ownLogins)) {
    const url = env[setting];
    if (url) await requireDatabase(url, setting);
  }
  if (env.DEMO) await requireEmbedded(env.DATABASE_URL);
  await checkDataKeys(env.DATABASE_URL).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // 42P01: a table is missing; 22023: a role is missing; 42501: a privilege is missing. Each means that the
    // database is not migrated.
    throw ["42P01", "22023", "42501"].includes(String(code))
      ? new Error("La base de datos no está preparada: ejecute npm run db:migrate")
      : error;
  });
  const root = path.resolve(import.meta.dirname, "..");
  const stop = serveWithWorkers(root, address, processes, (line) => {
    process.stderr.write(`${line}\n`);
    process.exit(1);
  });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  onParentExit(end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${commandErrorText(error)}\n`);
  process.exit(1);
});
