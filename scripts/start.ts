import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { migrateDatabase } from "@/db/migrate";
import { fitsQr } from "@/lib/encoding/qr-origin";
import { parseEnv, requireOwnKeys } from "@/lib/env";
import { commandErrorText } from "@/lib/error-facts";
import { nitCheckDigit } from "@/model/identity/nit";
import { demoAccounts, freeNit } from "@/scripts/demo/accounts";
import { demoDatabase } from "@/scripts/demo/database";
import { loadDemo } from "@/scripts/demo/load";
import { ensureBuilt } from "./build";
import { dataFolder } from "./data-folder";
import { checkDataKeys } from "./data-keys";
import { requireDatabase, requireEmbedded, stopUnlessUsed } from "./database";
import { type Cluster, startCluster } from "./embedded-postgres";
import { onParentExit } from "./launcher";
import { putAsideOrphanedData } from "./orphaned-data";
import { keptSecrets } from "./secrets";
import {
  type Address,
  requireFreePort,
  startServer,
  stopServer,
  untilServing,
  unusedByDemonstration,
  webAddress,
} from "./server";

const root = path.resolve(import.meta.dirname, "..");
const folder = dataFolder();
const build = process.env.NEXT_DIST_DIR || ".next";
const log = (line: string) => process.stderr.write(`${line}\n`);

let cluster: Cluster | null = null;
let server: ReturnType<typeof startServer> | null = null;
let ending = false;
const stopping = new AbortController();

async function main(): Promise<void> {
  const own = { ...process.env };
  const address = { host: own.HOST || "127.0.0.1", port: Number(own.PORT || 3000) };
  if (own.DATABASE_URL) requireOwnKeys(parseEnv(own));
  else
    parseEnv({
      ...own,
      ...unusedByDemonstration,
      DATABASE_URL: "postgres://localhost/hanna",
      AUTH_SECRET: "x".repeat(32),
    });
  await requireFreePort(address);

  // Links in e-mails use the printed address, unless it is too long for the code on the paper.
  const place = webAddress(address);
  const links = own.PUBLIC_URL || (fitsQr(place) ? place : undefined);
  const env = own.DATABASE_URL ? ownSettings() : await embedded(links);
  if (links) env.PUBLIC_URL = links;
  await requireDatabase(env.DATABASE_URL ?? "");
  if (env.DEMO ?? process.env.DEMO) await requireEmbedded(env.DATABASE_URL ?? "");
  await ensureBuilt(root, env, build, stopping.signal);
  await migrateDatabase(env.DATABASE_URL ?? "", root);
  Object.assign(process.env, env);
  await checkDataKeys(env.DATABASE_URL ?? "");
  if (env.DEMO) await loadDemo(env.DATABASE_URL ?? "", { activity: true });

  server = startServer(root, address, env, build);
  server.on("exit", () => {
    if (!ending) void end(1, "El servidor terminó. Arranque de nuevo: npm start");
  });
  await untilServing(server, address);
  greet(address, Boolean(env.DEMO));
  if (cluster) void watch(cluster);
}

function ownSettings(): Record<string, string> {
  return { DATABASE_URL: process.env.DATABASE_URL ?? "" };
}

/** Starts Postgres, secrets and demonstration of our own, in a folder that git ignores. */
async function embedded(links: string | undefined): Promise<Record<string, string>> {
  await putAsideOrphanedData(folder, log);
  const secrets = keptSecrets(folder);
  cluster = await startCluster(folder, log);
  const DATABASE_URL = await demoDatabase(cluster.url);
  // Saved for the commands that use the demonstration's database, and print links to it (orders:import, admin:recover…).
  const connection = { DATABASE_URL, PUBLIC_URL: links, ...secrets };
  writeFileSync(path.join(folder, "conexion.json"), JSON.stringify(connection, null, 2), { mode: 0o600 });
  return { ...unusedByDemonstration, ...secrets, DATABASE_URL, DEMO: "1" };
}

/** Starts Postgres again whenever it dies. */
async function watch(own: Cluster): Promise<void> {
  while (!ending) {
    await pause(300);
    if (ending || own.pid() !== null) continue;
    log("La base de datos se detuvo; se arranca de nuevo.");
    await own
      .revive()
      .catch((error: unknown) => log(error instanceof Error ? error.message : "Postgres no arrancó."));
  }
}

function greet(address: Address, demo: boolean): void {
  const place = webAddress(address);
  const lines = ["", `Proveedores está en ${place}`];
  if (demo) {
    lines.push("", "Cuentas de demostración:");
    for (const { role, email, password } of demoAccounts)
      lines.push(`  ${role.padEnd(34)} ${email.padEnd(38)} ${password}`);
    lines.push(
      "Las de la entidad piden un código después de la contraseña: la demostración lo muestra en esa misma página.",
      "",
      `Para registrar un comercio nuevo: NIT ${freeNit}, DV ${nitCheckDigit(freeNit)} (tiene convenio y nadie lo usa)`,
      `Correos que se habrían enviado: ${place}/buzon`,
      `Papeles de las órdenes, para escanear: ${place}/buzon/papeles`,
    );
  }
  lines.push("", "Para detenerlo: Ctrl-C", "");
  process.stdout.write(lines.join("\n"));
}

async function end(code: number, line?: string): Promise<void> {
  if (ending) return;
  ending = true;
  stopping.abort();
  if (line) log(line);
  if (server) await stopServer(server);
  if (cluster) await stopUnlessUsed(cluster);
  process.exit(code);
}

// When our launcher (start.mjs) was killed, stop as if a signal had arrived. Of a signal to npm alone the launcher
// hears nothing: the shell between the two ends without passing it on.
const launcher = process.ppid;
setInterval(() => {
  if (process.ppid !== launcher) void end(0);
}, 500).unref();
onParentExit(() => void end(0), 1);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));

main().catch((error: unknown) => end(1, commandErrorText(error)));
