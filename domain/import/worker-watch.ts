import type { ChildProcess } from "node:child_process";
import { logError } from "@/lib/log";
import { type ProcessTime, processTime } from "@/lib/process-time";

/** Heartbeat of a worker, with its current run. */
export type WorkerMessage = { run: string | null };

export type WatchLimits = {
  /** A worker without a heartbeat for this long is blocked by a file. */
  silenceMs: number;
  /** A file that takes so long is not waited for. 200,000 lines take a minute, some more beside a busy server. */
  workMs: number;
};
export const watchLimits: WatchLimits = { silenceMs: 30_000, workMs: 15 * 60_000 };

/** How often a worker speaks and its server looks. */
export const SPEAK_MS = 1_000;

/** So often in a row a silent worker is seen without wanting a processor before it counts as stuck. */
const IDLE_LOOKS = 3;

/**
 * Watches a worker from outside, because a blocked event loop blocks its own timers too. Kills one without a
 * heartbeat or over the time limit of a file, after calling `tooLong`. Errors of the channel are ignored.
 * @param timeOf what the system says of a process; a worker that waits for a processor of a busy machine is late, not
 * silent, as long as it got less of it than it may be silent
 * @returns how to say something to the worker, if it still hears
 */
export function watchWorker(
  child: ChildProcess,
  limits: WatchLimits,
  on: { ended: (why: "silent" | "too_long") => void; tooLong: (run: string) => Promise<void> },
  timeOf: (pid: number | undefined) => ProcessTime | null = processTime,
): (message: number) => void {
  let lastMessageAt = performance.now();
  let working: { run: string; since: number } | null = null;
  let lookedAt = performance.now();
  let workedMs: number | null = null;
  let idleLooks = 0;
  /** Whether a worker without a heartbeat still waits for its turn on a busy machine. */
  const isLate = (silence: number) => {
    const time = timeOf(child.pid);
    if (!time || silence > limits.workMs) return false;
    idleLooks = time.wantsProcessor ? 0 : idleLooks + 1;
    return idleLooks < IDLE_LOOKS && time.workedMs - (workedMs ?? time.workedMs) < limits.silenceMs;
  };
  child.on("message", ({ run }: WorkerMessage) => {
    lastMessageAt = performance.now();
    workedMs = null;
    idleLooks = 0;
    if (run === null) working = null;
    else if (working?.run !== run) working = { run, since: lastMessageAt };
  });
  const end = (why: "silent" | "too_long") => {
    clearInterval(looking);
    on.ended(why);
    child.kill("SIGKILL");
  };
  const looking = setInterval(() => {
    const now = performance.now();
    // Our own event loop was blocked, so heartbeats may be unread.
    if (now - lookedAt > 3 * SPEAK_MS) lastMessageAt = now;
    lookedAt = now;
    workedMs ??= timeOf(child.pid)?.workedMs ?? null;
    const silence = now - lastMessageAt;
    if (silence > limits.silenceMs && !isLate(silence)) return end("silent");
    if (!working || now - working.since <= limits.workMs) return;
    const { run } = working;
    working = null;
    on.tooLong(run)
      .catch((error: unknown) => logError("import.not_failed", error, { run }))
      .finally(() => end("too_long"));
  }, SPEAK_MS);
  looking.unref();
  child.once("exit", () => clearInterval(looking));
  // Until the exit of a dead worker is reported, its channel can fail at any time.
  child.on("error", (error) => logError("import.worker_channel", error));
  return (message) => {
    if (child.connected) child.send(message, () => {});
  };
}
