import { readFileSync } from "node:fs";

const LOOK_MS = 500;
const shells = new Set(["sh", "dash", "bash", "ash", "zsh"]);

type Parent = { pid: number; of: number };

/**
 * Calls back once when the npm that runs this process is gone, also when it or the shell between them was
 * killed. A process that was started otherwise (systemd, a terminal) outlives its parent.
 * @param launchers how many processes of ours stand between that shell and this process
 */
export function onParentExit(end: () => void, launchers = 0): void {
  if (!process.env.npm_lifecycle_event) return;
  const parents: Parent[] = [{ pid: process.ppid, of: process.pid }];
  let last = process.ppid;
  for (let own = 0; own < launchers; own++) {
    const launcher = statusOf(last);
    if (!launcher) return; // not Linux, or it is gone, which its own child notices
    parents.push({ pid: launcher.parent, of: last });
    last = launcher.parent;
  }
  const shell = statusOf(last);
  if (shell && shells.has(shell.name)) parents.push({ pid: shell.parent, of: last });
  const looking = setInterval(() => {
    const gone = parents.some(({ pid, of }) =>
      of === process.pid ? process.ppid !== pid : statusOf(of)?.parent !== pid,
    );
    if (!gone) return;
    clearInterval(looking);
    end();
  }, LOOK_MS);
  looking.unref();
}

/** Name and parent of a process from /proc; null on other systems than Linux. */
function statusOf(pid: number): { name: string; parent: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const [, name = ""] = /^Name:\s+(.+)$/m.exec(status) ?? [];
    const [, parent = ""] = /^PPid:\s+(\d+)$/m.exec(status) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}
