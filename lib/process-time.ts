import { readFileSync } from "node:fs";

/** How long a process has had a processor, and whether it has or wants one now (or waits for a disk). */
export type ProcessTime = { workedMs: number; wantsProcessor: boolean };

/** Linux counts in hundredths of a second for every program, whatever its own clock is. */
const TICK_MS = 10;

/** What the system says of a process; null where it says nothing, or when the process is gone. */
export function processTime(pid: number | undefined): ProcessTime | null {
  if (pid === undefined) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before it stands in parentheses and can hold any letter.
    const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const workedMs = (Number(fields[10]) + Number(fields[11])) * TICK_MS;
    return Number.isFinite(workedMs) ? { workedMs, wantsProcessor: state === "R" || state === "D" } : null;
  } catch {
    return null;
  }
}
