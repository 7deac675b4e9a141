import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { log } from "@/lib/log";
import { isLeader } from "@/lib/process-state";
import { WORKER_LEASE_SECONDS } from "./limits";
import { watchLimits, watchWorker } from "./worker-watch";

const EVERY_MS = 1_000;
const REPORT_EVERY_MS = 200;
const AFTER_A_CRASH_MS = 5_000;
/** A file made to fill memory ends the worker, not the server. */
const LARGEST_HEAP_MB = 320;
/** Days without files are normal, so the job is never late (ten years), it can only fail. */
const JOB = { name: "import.worker", dueSeconds: 315_360_000 };

/**
 * Starts a worker process when uploaded files wait, so that look-ups keep the server's thread. The worker ends
 * with the server, by itself when nothing waits, and from here when a file blocks it (worker-watch.ts).
 */
export function startImportWorkers(): void {
  let child: ChildProcess | null = null;
  let notBefore = 0;
  const look = async () => {
    if (child || !isLeader() || performance.now() < notBefore) return;
    if (!(await call(jobsDatabase(), "import_waits", {}))) return;
    const worker = randomUUID();
    child = startWorker(worker);
    const send = watchWorker(child, watchLimits, {
      ended: (why) => log.warn({ event: "import.worker_stopped", why }),
      tooLong: (run) => call(jobsDatabase(), "fail_import", { run, worker, failure: "too_slow", fact: "" }),
    });
    const reporting = reportBusyShare(send);
    // A worker that could not be started emits an error and no exit.
    child.once("error", () => {
      clearInterval(reporting);
      child = null;
      notBefore = performance.now() + AFTER_A_CRASH_MS;
      void reportEnd(worker, "not_started");
    });
    child.once("exit", (code, signal) => {
      clearInterval(reporting);
      child = null;
      if (code === 0) return void reportEnd(worker, null);
      notBefore = performance.now() + AFTER_A_CRASH_MS;
      log.warn({ event: "import.worker_ended", code, signal });
      void reportEnd(worker, signal ?? `exit ${code}`);
    });
  };
  const again = () => {
    setTimeout(() => {
      look()
        .catch(() => {}) // the database is down; the file waits
        .finally(again);
    }, EVERY_MS).unref();
  };
  again();
}

/** Releases the file of a dead worker at once, and raises an alarm until another worker succeeds. */
async function reportEnd(worker: string, fault: string | null): Promise<void> {
  await runJob(jobsDatabase(), JOB, async () => {
    if (fault === null) return;
    await call(jobsDatabase(), "release_import", { worker, died: true });
    throw Object.assign(new Error("import worker died"), { code: fault });
  });
}

function startWorker(worker: string): ChildProcess {
  const script = path.join(process.cwd(), "scripts", "import-worker.ts");
  const args = [
    `--max-old-space-size=${LARGEST_HEAP_MB}`,
    "--import",
    "tsx",
    script,
    String(WORKER_LEASE_SECONDS),
    worker,
  ];
  // The channel is what ends the worker when the server ends, however it ends.
  return spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
}

/** Sends the server's load to the worker, which slows down for the server's sake. */
function reportBusyShare(send: (share: number) => void): NodeJS.Timeout {
  let before = performance.eventLoopUtilization();
  return setInterval(() => {
    const now = performance.eventLoopUtilization();
    send(performance.eventLoopUtilization(now, before).utilization);
    before = now;
  }, REPORT_EVERY_MS).unref();
}
