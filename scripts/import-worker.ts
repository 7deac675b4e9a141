import { randomUUID } from "node:crypto";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { jobsDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { type Worker, workOnImport } from "@/domain/order/import/job";
import { captureConsole } from "@/lib/console";
import { log, logError } from "@/lib/log";

const LOOK_MS = 250;
const IDLE_MS = 20_000;
/** Longer than a batch of lines takes on a busy machine. */
const LEASE_SECONDS = 20;

/**
 * Works on uploaded files until none has waited for a while. The server starts it (domain/order/import/
 * worker-process.ts); by hand it is `tsx scripts/import-worker.ts [seconds of its lease]`.
 */
async function main(): Promise<void> {
  captureConsole();
  process.on("uncaughtException", (error) => {
    logError("import.worker_crashed", error, {}, "fatal");
    process.exit(1);
  });
  let busy = 0;
  process.on("message", (share) => {
    busy = Number(share);
  });
  const leaseSeconds = Number(process.argv[2] ?? LEASE_SECONDS);
  const worker = { id: randomUUID(), leaseSeconds, serverBusy: () => busy };
  process.once("disconnect", () => process.exit(0));
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  for (let last = Date.now(); Date.now() - last < IDLE_MS; ) {
    if (await workOnce(worker)) last = Date.now();
    else await pause(LOOK_MS);
  }
}

async function workOnce(worker: Worker): Promise<boolean> {
  try {
    return await workOnImport(jobsDatabase(), worker);
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    log.warn({ event: "import.database_down" });
    return false;
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    logError("import.worker_failed", error);
    process.exit(1);
  },
);
