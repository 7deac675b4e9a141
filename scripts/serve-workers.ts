import cluster, { type Worker } from "node:cluster";
import { setTimeout as pause } from "node:timers/promises";
import type { Address } from "./server";
import { serverCommand, serverEnvironment } from "./server";

const STOP_MS = 9_500;
const SHORT_LIFE_MS = 5_000;
const MOST_SHORT_LIVES = 5;

/**
 * The built server in as many processes as asked for, which share one port; one that dies is replaced.
 * @returns asks all to end, waits, and ends what is still there after 9.5 s
 * @throws (through `failed`) when they end again and again right after their start
 */
export function serveWithWorkers(
  root: string,
  address: Address,
  count: number,
  failed: (line: string) => void,
): () => Promise<void> {
  const { file, args } = serverCommand(root, address);
  // Each worker accepts its own connections: one that the parent handed to a worker that just died would
  // hang.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // The IPC channel ends a worker whose parent was killed. The framework's own texts go nowhere; the events of the log
  // go to our output by a descriptor of their own.
  cluster.setupPrimary({ exec: file, args, cwd: root, stdio: ["ignore", "ignore", "inherit", "ipc", 1] });
  let stopping = false;
  let shortLives = 0;
  const start = () => {
    const from = Date.now();
    const worker = cluster.fork(serverEnvironment({ WEB_CONCURRENCY: String(count), AUDIT_STDOUT_FD: "4" }));
    worker.on("exit", () => {
      if (stopping) return;
      shortLives = Date.now() - from < SHORT_LIFE_MS ? shortLives + 1 : 0;
      if (shortLives < MOST_SHORT_LIVES) return void pause(shortLives * 500).then(() => !stopping && start());
      failed("El servidor termina apenas arranca; lo que dijo está arriba.");
    });
  };
  for (let n = 0; n < count; n++) start();
  return async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker): worker is Worker =>
      Boolean(worker),
    );
    const ended = Promise.all(
      workers.map((worker) => new Promise((resolve) => worker.once("exit", resolve))),
    );
    for (const worker of workers) worker.process.kill("SIGTERM");
    const tooLong = setTimeout(() => {
      for (const worker of workers) worker.process.kill("SIGKILL");
    }, STOP_MS);
    await ended;
    clearTimeout(tooLong);
  };
}
