import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { launchedPostmasters } from "./launched-postmasters";
import { isAlive } from "./postmaster";

const STOP_MS = 5_000;
const folders = new Set<string>();

/**
 * A new temporary folder that the user who runs Postgres can walk through. Its content keeps its own rights. It is gone
 * when this process ends, and so is every Postgres that the process launched.
 * @param prefix start of its name
 */
export function worldReadableFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  chmodSync(folder, 0o711);
  if (folders.size === 0) cleanUpAtEnd();
  folders.add(folder);
  return folder;
}

function cleanUpAtEnd(): void {
  process.on("exit", cleanUp);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    const end = () => {
      // Who else listens decides how the process ends, and it then comes to its exit.
      if (process.listenerCount(signal) > 1) return;
      cleanUp();
      process.removeListener(signal, end);
      process.kill(process.pid, signal);
    };
    process.on(signal, end);
  }
}

/** Without a promise: a process that is about to end waits for none. */
function cleanUp(): void {
  for (const [pid, { folder, outside }] of launchedPostmasters) {
    const isTemporary = [...folders].some((each) => `${path.resolve(folder)}/`.startsWith(`${each}/`));
    endPostmaster(pid, isTemporary ? "SIGQUIT" : "SIGINT");
    if (isTemporary && outside) rmSync(outside, { recursive: true, force: true });
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** Asks it to end, in order or at once, and waits until it did. */
function endPostmaster(pid: number, signal: "SIGINT" | "SIGQUIT"): void {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (const until = Date.now() + STOP_MS; isAlive(pid) && Date.now() < until; )
    Atomics.wait(nothing, 0, 0, 20);
}
