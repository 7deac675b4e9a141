import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { ImportSubject } from "@/db/contract/functions.generated";
import { TableFault } from "@/lib/table/fault";
import type { ImportFindings } from "./findings";
import { ImportOver, ImportStopped } from "./over";

/** A run whose process says nothing for so long is taken for dead. */
const LEASE_SECONDS = 60;

export type RunFacts = { subject: ImportSubject; fileName: string; sha256: Buffer; startedBy: string | null };

/**
 * Records a command-line run before its file is read, renews its lease while it works, and ends it as finished
 * or failed. A killed process is detected by its lease.
 * @throws what `work` throws; ImportOver when the run was cancelled meanwhile
 */
export async function recordedRun(
  db: Database,
  facts: RunFacts,
  work: (run: string) => Promise<ImportFindings>,
): Promise<ImportFindings> {
  const worker = randomUUID();
  const leaseSeconds = LEASE_SECONDS;
  const { subject, fileName: file, sha256, startedBy: actor } = facts;
  const run = await call(db, "start_import", { subject, file, sha256, actor, worker, leaseSeconds });
  const held = { run, worker };
  let lines = 0;
  const beating = setInterval(
    () => {
      call(db, "renew_import_lease", { ...held, lines, leaseSeconds }).catch(() => {});
    },
    (LEASE_SECONDS * 1_000) / 6,
  );
  try {
    const findings = await work(run);
    lines = findings.lines;
    await call(db, "note_import", { ...held, notes: findings.notes, sample: null });
    if (findings.nothingDone) {
      await call(db, "fail_import", { ...held, failure: "all_or_nothing", fact: "" });
      return findings;
    }
    const counts = { lines, held: findings.held, refused: findings.refusedLines };
    const outcome = await call(db, "end_import", { ...held, ...counts });
    if (outcome === "lost") throw new ImportOver();
    return { ...findings, noOrders: outcome === "no_orders" };
  } catch (error) {
    // What is told is the first error, also when the database cannot be told of it.
    await call(db, "fail_import", { ...held, ...failureOf(error) }).catch(() => {});
    throw error;
  } finally {
    clearInterval(beating);
  }
}

/**
 * Records a file that was refused before its first line was read, and throws why: `error`, also when the database
 * cannot be told. A file that is not there makes no run.
 */
export async function refusedRun(
  db: Database,
  facts: Omit<RunFacts, "sha256">,
  error: unknown,
): Promise<never> {
  if (error instanceof TableFault && error.code !== "missing")
    await recordedRun(db, { ...facts, sha256: Buffer.alloc(0) }, () => Promise.reject(error)).catch(() => {});
  throw error;
}

/** A key of messages, `imports.tableFaults` or `admin.imports.failures`, and what its words need. */
export function failureOf(error: unknown): { failure: string; fact: string } {
  if (error instanceof TableFault) return { failure: error.code, fact: error.names.join(", ") };
  return { failure: error instanceof ImportStopped ? "interrupted" : "unexpected", fact: "" };
}
