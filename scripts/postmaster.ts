import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Process id of the postmaster of a data folder, if it runs and listens; a stale pid file of a killed one is
 * ignored.
 */
export function runningPostmaster(data: string): { pid: number; port: number } | null {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) && isPostgres(pid) ? { pid, port } : null;
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed child stays in the process table until its parent waits for it, and counts as dead.
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** After a reboot the pid in the file may belong to another program. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return process.platform !== "linux";
  }
}

/** Stops the postmaster of a data folder in order, if it runs: it closes connections and writes a checkpoint. */
export async function stopPostmaster(data: string): Promise<void> {
  const pid = runningPostmaster(data)?.pid;
  if (!pid) return;
  process.kill(pid, "SIGINT");
  for (let tries = 0; tries < 200 && isAlive(pid); tries++) await pause(50);
}
