import path from "node:path";
import type { Database } from "@/db/client";
import { findFinishedImport, findImportRules } from "@/db/queries/import-orders";
import { cleanFileName } from "@/lib/files/name";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import { newNotes } from "@/lib/table/notes";
import { copyFile, type Source } from "@/lib/table/source";
import { type DayOrder, inDayOrder } from "./day-order";
import { type ImportFindings, noFindings } from "./findings";
import { ImportStopped } from "./over";
import { type WalkPlan, walkOrders } from "./plan-file";
import { type RunFacts, recordedRun, refusedRun } from "./recorded-run";
import { orderSample } from "./sample";

export type ImportOptions = {
  dryRun?: boolean;
  allOrNothing?: boolean;
  applyChanges?: boolean;
  startedBy?: string | null;
  /** Ends the run, as failed, after the current batch. */
  signal?: AbortSignal;
  /** Lines read, of about so many; of 0 when nobody knows. */
  onProgress?: (lines: number, total: number) => void;
};

/**
 * Imports a file of the core's orders. A dry run makes the same plan and writes nothing; with `allOrNothing` a
 * first pass looks for errors. The file is copied first, so that both passes read the same bytes. It is
 * idempotent: after a kill and another run, imported orders count as "the same".
 * @throws TableFault when the file is no table of orders; ImportOver when it was cancelled on the screen;
 * ImportStopped; DatabaseUnavailable
 */
export async function importOrderFile(
  db: Database,
  file: string,
  options: ImportOptions = {},
): Promise<ImportFindings> {
  const { dryRun = false, startedBy = null } = options;
  const facts = {
    subject: "orders" as const,
    fileName: cleanFileName(path.basename(file), "archivo"),
    startedBy,
  };
  const refused = (error: unknown) => (dryRun ? Promise.reject(error) : refusedRun(db, facts, error));
  const copy = await copyFile(file).catch(refused);
  try {
    const inspected = await inspectSource(copy.source).catch(refused);
    return await importCopy(db, { ...facts, sha256: inspected.sha256 }, copy.source, inspected, options);
  } finally {
    await copy.close();
  }
}

async function importCopy(
  db: Database,
  facts: RunFacts,
  source: Source,
  inspected: Inspected,
  options: ImportOptions,
): Promise<ImportFindings> {
  const readBefore = await findFinishedImport(db, "orders", facts.sha256);
  const applyChanges = options.applyChanges ?? false;
  const rules = await findImportRules(db);
  let known: DayOrder | null = null;
  const walk = (run: string | null) =>
    inDayOrder(known, async (dayOrder) => {
      const findings = noFindings(facts.fileName, options.dryRun ?? false, readBefore);
      const orders = { source, inspected, notes: newNotes(), dayOrder };
      known = await walkInto(findings, db, orders, { rules, run, applyChanges }, options);
      return findings;
    });
  if (options.dryRun) return allOrNothing(await walk(null), options);
  return recordedRun(db, facts, async (run) => {
    const rehearsal = options.allOrNothing ? allOrNothing(await walk(null), options) : null;
    return rehearsal?.nothingDone ? rehearsal : walk(run);
  });
}

/** Result of a dry run when one bad line blocks the whole import. */
function allOrNothing(rehearsal: ImportFindings, { allOrNothing }: ImportOptions): ImportFindings {
  if (!allOrNothing || rehearsal.refusedLines === 0) return rehearsal;
  return { ...rehearsal, inserted: 0, changed: 0, nothingDone: true };
}

/** Walks through the file and writes into the report what came of it; answers the order of its days. */
async function walkInto(
  findings: ImportFindings,
  db: Database,
  orders: Parameters<typeof walkOrders>[1],
  plan: WalkPlan,
  { onProgress, signal }: ImportOptions,
): Promise<DayOrder> {
  const sample = orderSample();
  const { counts, dayOrder } = await walkOrders(db, orders, plan, (batch, { lines }) => {
    for (const fault of batch.faults) findings.faults.push(fault);
    for (const change of batch.changes) findings.changes.push(change);
    for (const warning of batch.warnings) findings.warnings.push(warning);
    sample.add(batch.good);
    if (signal?.aborted) throw new ImportStopped();
    onProgress?.(lines, orders.inspected.lines);
  });
  Object.assign(findings, counts, { notes: orders.notes, sample: sample.rows });
  return dayOrder;
}
