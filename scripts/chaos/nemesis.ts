import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "@/db/connection";
import type { Cluster } from "../embedded-postgres";

/** How long to wait for a worker, and the most it may live before it is killed. */
const WORKER_MS = 2_000;
const MOST_TRIES = 50;

/** Kills the postmaster and all its children at once, as a power cut would, and starts it again. */
export async function killPostgres(cluster: Cluster): Promise<void> {
  const postmaster = cluster.pid();
  if (postmaster) {
    const children = childrenOf(postmaster);
    for (const pid of [postmaster, ...children]) tryKill(pid, "SIGKILL");
  }
  await revive(cluster);
}

/** Restarts in fast mode: every connection is cut and all work in progress is rolled back. */
export async function restartPostgres(cluster: Cluster): Promise<void> {
  await cluster.stop();
  await revive(cluster);
}

/**
 * Stops the postmaster and all its children with SIGSTOP, like a machine that hangs: connections stay open,
 * the system accepts new ones, and nobody answers.
 * @returns resumes them
 */
export function freezePostgres(cluster: Cluster): () => void {
  const postmaster = cluster.pid();
  const frozen = postmaster ? [postmaster, ...childrenOf(postmaster)] : [];
  for (const pid of frozen) tryKill(pid, "SIGSTOP");
  return () => {
    for (const pid of frozen) tryKill(pid, "SIGCONT");
  };
}

/** Refuses every write for some milliseconds, like a demoted primary; reads continue. */
export async function demotePostgres(cluster: Cluster, ms: number): Promise<void> {
  await setReadOnly(cluster, true);
  await pause(ms);
  await setReadOnly(cluster, false);
}

/** ALTER SYSTEM writes no row, so it works while the database is read-only, and read-only can be ended. */
export async function setReadOnly(cluster: Cluster, isReadOnly: boolean): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await trySetReadOnly(cluster, isReadOnly);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await pause(100); // the server is starting
    }
  }
}

async function trySetReadOnly(cluster: Cluster, isReadOnly: boolean): Promise<void> {
  const owner = connect(cluster.url, null, 1);
  try {
    await owner.unsafe(`alter system set default_transaction_read_only = ${isReadOnly ? "on" : "off"}`);
    await owner.unsafe("select pg_reload_conf()");
  } finally {
    await owner.end({ timeout: 1 });
  }
}

async function revive(cluster: Cluster): Promise<void> {
  while (cluster.pid() !== null) await pause(20);
  await cluster.revive();
}

/** Kills the import worker as soon as there is one. */
export async function killImportWorker(server: number): Promise<void> {
  for (const end = Date.now() + WORKER_MS; Date.now() < end; await pause(20)) {
    const worker = childrenOf(server).find((pid) => commandOf(pid).includes("import-worker.ts"));
    if (!worker) continue;
    await pause(Math.random() * WORKER_MS);
    return tryKill(worker, "SIGKILL");
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // the process ended meanwhile
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]) === parent;
      } catch {
        return false; // the process ended meanwhile
      }
    });
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // the process has ended already
  }
}
