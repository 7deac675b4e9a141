import { randomUUID } from "node:crypto";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { Worker as Thread } from "node:worker_threads";
import { jobsDatabase } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { call } from "@/db/contract/call";
import { isNetwork } from "@/db/sqlstate";
import { type Worker, workOnImport } from "@/domain/import/job";
import { WORKER_LEASE_SECONDS } from "@/domain/import/limits";
import { SPEAK_MS, type WorkerMessage } from "@/domain/import/worker-watch";
import { captureConsole } from "@/lib/console";
import { endProcess } from "@/lib/line-output";
import { log, logError } from "@/lib/log";

const LOOK_MS = 250;
const IDLE_MS = 20_000;
/** Time to release the lease of the current file when the server stops. */
const RELEASE_MS = 2_000;

/**
 * Processes uploaded files until none has been waiting for a while. The server starts it
 * (domain/import/worker-process.ts); by hand it is `tsx scripts/import-worker.ts [seconds of its lease] [its
 * id]`.
 */
async function main(): Promise<void> {
  // The server stopped while this process was loading: the channel's end has already passed unheard.
  if (process.send && !process.connected) return;
  captureConsole();
  process.on("uncaughtException", (error) => {
    logError("import.worker_crashed", error, {}, "fatal");
    void endProcess(1);
  });
  let busy = 0;
  process.on("message", (share) => {
    busy = Number(share);
  });
  const leaseSeconds = Number(process.argv[2] ?? WORKER_LEASE_SECONDS);
  let run: string | null = null;
  const worker: Worker = {
    id: process.argv[3] ?? randomUUID(),
    leaseSeconds,
    serverBusy: () => busy,
    onRun: (claimed) => {
      run = claimed;
    },
    // What is half read is of no use, and the next file waits for this process.
    onLost: () => endProcess(0),
  };
  setInterval(() => send({ run }), SPEAK_MS).unref();
  endWithParent();
  process.once("disconnect", () => letGo(worker));
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  let cutOff = false;
  for (let last = Date.now(); cutOff || Date.now() - last < IDLE_MS; ) {
    const step = await workOnce(worker, cutOff);
    cutOff = step === "cut_off";
    if (step === "worked") last = Date.now();
    else await pause(LOOK_MS);
  }
}

/** Sends a heartbeat to the server, if a server started this process. */
function send(message: WorkerMessage): void {
  if (process.connected) process.send?.(message, () => {});
}

/**
 * When the server stops, the lease is released, so that the next worker starts at once and this attempt does
 * not count.
 */
function letGo({ id }: Worker): void {
  setTimeout(() => endProcess(0), RELEASE_MS);
  call(jobsDatabase(), "release_import", { worker: id, died: false })
    .catch(() => {})
    .finally(() => endProcess(0));
}

/** A thread ends this process when its parent is gone, also while a file blocks the event loop. */
function endWithParent(): void {
  const watch = new Thread(
    `const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) setTimeout(() => process.kill(process.pid, "SIGKILL"), ${2 * RELEASE_MS});
    }, 1000);`,
    { eval: true, execArgv: [] },
  );
  watch.unref();
}

/**
 * Works on the next file, if one waits. A connection that is lost is no attempt of the file: it is given back as soon as
 * the database answers again, and started anew. A statement that took too long can be the file's doing and counts.
 * @param cutOff whether the connection was lost the time before
 */
async function workOnce(worker: Worker, cutOff: boolean): Promise<"worked" | "idle" | "cut_off"> {
  try {
    if (cutOff) await call(jobsDatabase(), "release_import", { worker: worker.id, died: false });
    return (await workOnImport(jobsDatabase(), worker)) ? "worked" : "idle";
  } catch (error) {
    if (!isDatabaseDown(error)) throw error;
    log.warn({ event: "import.database_down" });
    return cutOff || isNetwork(error) ? "cut_off" : "idle";
  }
}

main().then(
  () => endProcess(0),
  (error: unknown) => {
    logError("import.worker_failed", error);
    void endProcess(1);
  },
);
