import { writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { withTestbed } from "@/scripts/bench/testbed";
import { watchMemory } from "./bench/memory";
import { fillSealedOrders } from "./bench/sealed-orders";

const root = path.resolve(import.meta.dirname, "..");
const ORDERS = 200_000;

/**
 * `npm run bench:export`: exports 200,000 orders through the built server as CSV and as XLSX, and measures
 * the server's peak memory. Server, database and client share this machine.
 */
function main(): Promise<void> {
  return withTestbed(root, async ({ origin, owner, server, signIn }) => {
    await fillSealedOrders(owner, ORDERS);
    const cookie = await signIn("auditor@caja.example");
    await take(origin, cookie, "csv", "&desde=2099-01-01"); // warms up the route
    process.stdout.write("| what | seconds | MB of file | largest memory, MB |\n|---|---|---|---|\n");
    for (const format of ["csv", "xlsx"]) {
      forgetPeak(server.pid);
      const memory = watchMemory(server.pid ?? 0);
      const from = performance.now();
      const bytes = await take(origin, cookie, format);
      const seconds = ((performance.now() - from) / 1_000).toFixed(1);
      process.stdout.write(
        `| ${ORDERS} orders as ${format} | ${seconds} | ${(bytes / 1e6).toFixed(1)} | ${memory.stop().server} |\n`,
      );
    }
  });
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

/**
 * Linux records the peak memory of a process until the record is reset; other systems offer no such value.
 */
function forgetPeak(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {}
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
