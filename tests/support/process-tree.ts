import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** The longest time in which `npm start` and `npm run serve` must stop everything they started. */
export const STOP_MS = 10_000;

/** A process and all its descendants. */
export function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const children = (parent: number): number[] =>
    rows.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...children(child)]);
  return [pid, ...children(pid)];
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(execFileSync("cat", [`/proc/${pid}/status`], { encoding: "utf8" }));
  } catch {
    return false;
  }
};

/** Milliseconds until all these processes have ended; infinite after STOP_MS. */
export async function allGone(pids: number[]): Promise<number> {
  const from = Date.now();
  while (pids.some(isAlive)) {
    if (Date.now() - from > STOP_MS) return Number.POSITIVE_INFINITY;
    await pause(50);
  }
  return Date.now() - from;
}
