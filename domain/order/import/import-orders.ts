import { randomUUID } from "node:crypto";
import path from "node:path";
import type { Database } from "@/db/client";
import {
  type ChangedOrderRow,
  findFinishedImport,
  findImportRules,
  findOrdersByKey,
  finishImport,
  importOrders,
  type NewOrderRow,
  startImport,
} from "@/db/queries/import-orders";
import { shortDigest } from "@/lib/crypto/digest";
import { inspectFile } from "@/lib/csv/inspect";
import { readTable } from "@/lib/csv/table";
import { columnOf, orderKey, type PlannedLine, planOrder, readBatch, type Seen, type Step } from "./plan";
import { emptyReport, type ImportReport, type ListedChange } from "./report";
import { type OrderData, orderColumns } from "./row";
import { openOrder, sealOrder } from "./seal-order";

const BATCH = 500;
/** How often a batch is planned anew when another run moved its orders in between. */
const ATTEMPTS = 5;

export type ImportOptions = {
  dryRun?: boolean;
  allOrNothing?: boolean;
  applyChanges?: boolean;
  startedBy?: string | null;
  /** Lines read, of about so many. */
  onProgress?: (lines: number, total: number) => void;
};

type Inspected = Awaited<ReturnType<typeof inspectFile>>;
type Rules = Awaited<ReturnType<typeof findImportRules>>;

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
  const inspected = await inspectFile(file);
  const rules = await findImportRules(db);
  const start = {
    file,
    inspected,
    rules,
    readBefore: await findFinishedImport(db, "orders", inspected.sha256),
  };
  if (options.dryRun || options.allOrNothing) {
    const rehearsal = await walk(db, start, null, options);
    rehearsal.dryRun = options.dryRun ?? false;
    if (options.allOrNothing && rehearsal.refusedLines > 0)
      return { ...rehearsal, inserted: 0, changed: 0, nothingDone: true };
    if (options.dryRun) return rehearsal;
  }
  const run = await startImport(db, {
    subject: "orders",
    fileName: path.basename(file),
    sha256: inspected.sha256,
    startedBy: options.startedBy ?? null,
  });
  const report = await walk(db, start, run, options);
  await finishImport(db, run, {
    lines: report.lines,
    repeated: report.repeated,
    refused: report.refusedLines,
  });
  return report;
}

async function walk(
  db: Database,
  start: { file: string; inspected: Inspected; rules: Rules; readBefore: Date | null },
  run: string | null,
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport(path.basename(start.file), false, start.readBefore);
  const seen: Seen = new Map();
  for await (const rows of readTable(start.file, start.inspected.encoding, orderColumns, BATCH)) {
    const batch = readBatch(rows, start.rules, seen, shortDigest);
    report.lines += rows.length;
    report.repeated += batch.repeated;
    report.faults.push(...batch.faults);
    report.refusedLines += new Set(batch.faults.map(({ line }) => line)).size;
    for (const { line, data, warning } of batch.lines) {
      if (warning) report.warnings.push({ line, code: warning, fact: data.providerNit ?? "" });
    }
    await bringIn(db, run, batch.lines, options, report);
    options.onProgress?.(report.lines, start.inspected.lines);
  }
  return report;
}

type Planned = PlannedLine & { step: Step; id: string; version: string; known: OrderDataKnown | null };
type OrderDataKnown = ReturnType<typeof openOrder>;

/** Plans a batch on what is stored now and writes it; what another run moved in between is planned anew. */
async function bringIn(
  db: Database,
  run: string | null,
  lines: PlannedLine[],
  options: ImportOptions,
  report: ImportReport,
): Promise<void> {
  let inserted = 0;
  let changed = 0;
  for (let attempt = 1; lines.length > 0; attempt++) {
    const planned = await planLines(db, lines, options.applyChanges ?? false);
    const fresh = planned.filter(({ step }) => step.kind === "new");
    const moved = planned.filter(({ step }) => step.kind === "different" && step.apply.length > 0);
    const done =
      run && fresh.length + moved.length > 0
        ? await importOrders(db, run, { fresh: fresh.map(newRow), changes: moved.map(changedRow) })
        : { inserted: fresh.length, changed: moved.length };
    inserted += done.inserted;
    changed += done.changed;
    if (done.inserted === fresh.length && done.changed === moved.length) {
      addToReport(report, planned, { inserted, changed });
      return;
    }
    if (attempt === ATTEMPTS) throw new Error("orders keep changing while they are imported");
  }
}

async function planLines(db: Database, lines: PlannedLine[], applyChanges: boolean): Promise<Planned[]> {
  const stored = await findOrdersByKey(
    db,
    lines.map(({ data: { kindCode, numberKey } }) => ({ kindCode, numberKey })),
  );
  const byKey = new Map(stored.map((order) => [orderKey(order), order]));
  return lines.map((line) => {
    const order = byKey.get(orderKey(line.data));
    const known = order ? openOrder(order) : null;
    const step = planOrder(line.data, known ?? undefined, { applyChanges });
    return { ...line, step, known, id: order?.id ?? randomUUID(), version: order?.version ?? "" };
  });
}

function newRow({ id, data }: Planned): NewOrderRow {
  return {
    ...sealOrder(id, data),
    kind_code: data.kindCode,
    number: data.number,
    number_key: data.numberKey,
  };
}

/** The order as it will be: what is applied from the file, the rest as it is known. */
function changedRow({ id, data, line, step, known, version }: Planned): ChangedOrderRow {
  const applied = step.kind === "different" ? step.apply : [];
  const merged: OrderData = { ...data, ...known };
  for (const field of applied) Object.assign(merged, { [field]: data[field] });
  return {
    ...sealOrder(id, merged),
    version,
    state_was: known?.state ?? "",
    fields: applied.map(columnOf),
    line,
  };
}

function addToReport(
  report: ImportReport,
  planned: readonly Planned[],
  written: { inserted: number; changed: number },
): void {
  report.inserted += written.inserted;
  report.changed += written.changed;
  let same = 0;
  for (const { step, line, data } of planned) {
    if (step.kind === "same") same += 1;
    if (step.kind === "different") report.changes.push(listed(step, line, data));
    if (step.kind === "different" && step.apply.length === 0) report.held += 1;
  }
  // What an earlier attempt of this batch wrote is found again as "the same".
  const writtenBefore =
    written.inserted +
    written.changed -
    planned.filter(({ step }) => step.kind === "new" || (step.kind === "different" && step.apply.length > 0))
      .length;
  report.repeated += same - Math.min(same, writtenBefore);
}

function listed(step: Extract<Step, { kind: "different" }>, line: number, data: OrderData): ListedChange {
  return {
    line,
    kindCode: data.kindCode,
    number: data.number,
    applied: step.apply.map(columnOf),
    held: step.held.map(columnOf),
    used: step.used,
  };
}
