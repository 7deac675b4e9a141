import path from "node:path";
import type { Database } from "@/db/client";
import { findFinishedImport, findImportRules, finishImport, startImport } from "@/db/queries/import-orders";
import { inspectSource } from "@/lib/table/inspect";
import { fileSource } from "@/lib/table/source";
import { emptyReport, type ImportReport } from "./report";
import { type OrderFile, type WalkPlan, walkOrders } from "./walk";

export type ImportOptions = {
  dryRun?: boolean;
  allOrNothing?: boolean;
  applyChanges?: boolean;
  startedBy?: string | null;
  /** Lines read, of about so many; of 0 when nobody knows. */
  onProgress?: (lines: number, total: number) => void;
};

/**
 * Brings a file of the core's orders in. A dry run walks the same plan and writes nothing; with `allOrNothing`
 * a first walk looks for faults. Killed and run again it ends the same: what is in is "the same again".
 * @throws TableFault when the file is no table of orders; DatabaseUnavailable
 */
export async function importOrderFile(
  db: Database,
  file: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const source = fileSource(file);
  const orders = { source, inspected: await inspectSource(source) };
  const { sha256 } = orders.inspected;
  const readBefore = await findFinishedImport(db, "orders", sha256);
  const fileName = path.basename(file);
  const applyChanges = options.applyChanges ?? false;
  const rules = await findImportRules(db);
  const walk = (run: string | null) =>
    walked(db, orders, { rules, run, applyChanges }, emptyReport(fileName, false, readBefore), options);
  if (options.dryRun || options.allOrNothing) {
    const rehearsal = await walk(null);
    rehearsal.dryRun = options.dryRun ?? false;
    if (options.allOrNothing && rehearsal.refusedLines > 0)
      return { ...rehearsal, inserted: 0, changed: 0, nothingDone: true };
    if (options.dryRun) return rehearsal;
  }
  const run = await startImport(db, {
    subject: "orders",
    fileName,
    sha256,
    startedBy: options.startedBy ?? null,
  });
  const report = await walk(run);
  const { lines, held, refusedLines: refused } = report;
  await finishImport(db, run, null, { lines, held, refused });
  return report;
}

async function walked(
  db: Database,
  orders: OrderFile,
  plan: WalkPlan,
  report: ImportReport,
  { onProgress }: ImportOptions,
): Promise<ImportReport> {
  const counts = await walkOrders(db, orders, plan, ({ faults, changes, warnings }, { lines }) => {
    for (const fault of faults) report.faults.push(fault);
    for (const change of changes) report.changes.push(change);
    for (const warning of warnings) report.warnings.push(warning);
    onProgress?.(lines, orders.inspected.lines);
  });
  return Object.assign(report, counts);
}
