import { jobsDatabase } from "@/db/client";
import { readInstallation } from "@/db/queries/installation";
import { checkoutVersion, type DatabaseVersion, isUpToDate } from "@/db/version";
import { ownKeyNames } from "@/lib/crypto/key-names";
import { isShuttingDown } from "@/lib/process-state";

/** Why the process should get no requests now; "ready" when it should. */
export type Readiness = "ready" | "stopping" | "database" | "read_only" | "migrations" | "keys";

const KEEP_MS = 500;
const ASK_MS = 2_000;

let version: DatabaseVersion | undefined;
let cached: { at: number; answer: Promise<Readiness> } | undefined;

/** Concurrent checks share one query. Answers within two seconds and never throws. */
export async function readiness(): Promise<Readiness> {
  if (isShuttingDown()) return "stopping";
  if (!cached || performance.now() - cached.at > KEEP_MS) cached = { at: performance.now(), answer: ask() };
  return cached.answer;
}

async function ask(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Readiness>((resolve) => {
    timer = setTimeout(resolve, ASK_MS, "database");
  });
  return Promise.race([look().catch((): Readiness => "database"), tooLate]).finally(() =>
    clearTimeout(timer),
  );
}

async function look(): Promise<Readiness> {
  version ??= checkoutVersion();
  const { facts, takesWrites } = await readInstallation(jobsDatabase());
  if (!isUpToDate(version, facts)) return "migrations";
  const known = facts.get("data_keys")?.split(" ") ?? [];
  const own = ownKeyNames();
  if (!known.every((name) => own.includes(name))) return "keys";
  return takesWrites ? "ready" : "read_only";
}
