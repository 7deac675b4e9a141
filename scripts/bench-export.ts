import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { connect } from "@/db/connection";
import { loadDemo } from "@/db/demo/load";
import { migrateDatabase } from "@/db/migrate";
import { newToken } from "@/lib/crypto/token";
import { fillSealedOrders } from "./bench/sealed-orders";
import { ensureBuilt } from "./build";
import { ensureDatabase } from "./database";
import { freePort, startCluster } from "./embedded-postgres";
import { keptSecrets } from "./secrets";
import { startServer, stopServer, untilServing } from "./server";

const root = path.resolve(import.meta.dirname, "..");
const ORDERS = 200_000;

/**
 * `npm run bench:export`: 200,000 orders taken away through the built server as CSV and as XLSX, with the
 * largest memory of the server's process while it did so. Server, database and reader share this machine.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hanna-medida-"));
  const secrets: Record<string, string> = { ...keptSecrets(folder) };
  secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32, "pruebas").toString("base64");
  ensureBuilt(root, secrets, ".next-test");
  const cluster = await startCluster(folder);
  const DATABASE_URL = await ensureDatabase(cluster.url, "medida");
  const address = { host: "127.0.0.1", port: await freePort() };
  const origin = `http://127.0.0.1:${address.port}`;
  const env = { ...secrets, DATABASE_URL, PUBLIC_URL: origin, DEMO: "1", LOG_LEVEL: "error" };
  Object.assign(process.env, env);
  await migrateDatabase(DATABASE_URL, root);
  await loadDemo(DATABASE_URL);
  const owner = connect(DATABASE_URL, null, 2);
  await fillSealedOrders(owner, ORDERS);
  const server = startServer(root, address, env, ".next-test");
  await untilServing(server, address);
  try {
    const cookie = await openSession(owner);
    await take(origin, cookie, "csv", "&desde=2099-01-01"); // warms the route up
    process.stdout.write(
      "| what | seconds | MB of file | largest memory before, MB | during, MB |\n|---|---|---|---|---|\n",
    );
    for (const format of ["csv", "xlsx"]) {
      const before = peakOf(server.pid);
      const from = performance.now();
      const bytes = await take(origin, cookie, format);
      const seconds = ((performance.now() - from) / 1_000).toFixed(1);
      process.stdout.write(
        `| ${ORDERS} orders as ${format} | ${seconds} | ${(bytes / 1e6).toFixed(1)} | ${before} | ${peakOf(server.pid)} |\n`,
      );
    }
  } finally {
    await owner.end();
    await stopServer(server);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(origin: string, cookie: string, format: string, more = ""): Promise<number> {
  const answer = await fetch(`${origin}/admin/ordenes/exportar`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
    body: `formato=${format}${more}`,
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`answered ${answer.status}`);
  let bytes = 0;
  for await (const part of answer.body) bytes += part.length;
  return bytes;
}

/** Largest memory of a process since it was last asked, in MB; "?" where Linux does not tell it. */
function peakOf(pid: number | undefined): string {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
    return (Number(kilobytes) / 1_000).toFixed(0);
  } catch {
    return "?";
  }
}

async function openSession(owner: postgres.Sql): Promise<string> {
  const { token, hash } = newToken();
  await owner`select open_session(p.id, ${hash}, 1800, 43200, '127.0.0.1', 'bench') from person p
    where p.caja_role = 'auditor' limit 1`;
  return `sesion=${await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET ?? "", salt: "sesion" })}`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
