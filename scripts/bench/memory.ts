import { readdirSync, readFileSync } from "node:fs";

export type Peak = { server: number; worker: number };

/**
 * Samples the resident memory of a server and its workers until `stop` is called, and returns the peak in MB.
 */
export function watchMemory(server: number): { stop: () => Peak } {
  const peak: Peak = { server: 0, worker: 0 };
  const look = () => {
    peak.server = Math.max(peak.server, peakOf(server));
    for (const child of descendants(server)) {
      if (commandOf(child).includes("import-worker")) peak.worker = Math.max(peak.worker, peakOf(child));
      else peak.server = Math.max(peak.server, peakOf(child));
    }
  };
  const timer = setInterval(look, 200);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

const read = (pid: number, name: string) => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return ""; // the process has ended, or this is not Linux
  }
};

function peakOf(pid: number): number {
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(read(pid, "status"))?.[1] ?? 0) / 1024);
}

const commandOf = (pid: number) => read(pid, "cmdline");

function descendants(pid: number): number[] {
  const tasks = tasksOf(pid).flatMap((task) => read(pid, `task/${task}/children`).split(" "));
  return tasks
    .filter(Boolean)
    .map(Number)
    .flatMap((child) => [child, ...descendants(child)]);
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
