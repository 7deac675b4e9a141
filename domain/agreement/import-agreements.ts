import path from "node:path";
import type { Database } from "@/db/client";
import { findAgreements, importAgreements } from "@/db/queries/import-agreements";
import { findFinishedImport, finishImport, startImport } from "@/db/queries/import-orders";
import type { ImportOptions } from "@/domain/order/import/import-orders";
import type { Seen } from "@/domain/order/import/plan";
import { emptyReport, type ImportReport } from "@/domain/order/import/report";
import { shortDigest } from "@/lib/crypto/digest";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import { fileSource } from "@/lib/table/source";
import { readTable } from "@/lib/table/table";
import { type AgreementLine, changedColumns, readAgreementBatch } from "./plan";
import { agreementColumns, agreementDays } from "./row";

const BATCH = 1000;
const shape = { wanted: agreementColumns, days: agreementDays };

/**
 * Brings a file of the core's convenios in: new ones are added, known ones become what the file says.
 * @throws TableFault when the file is no table of convenios; DatabaseUnavailable
 */
export async function importAgreementFile(
  db: Database,
  file: string,
  options: Omit<ImportOptions, "applyChanges"> = {},
): Promise<ImportReport> {
  const inspected = await inspectSource(fileSource(file));
  const readBefore = await findFinishedImport(db, "agreements", inspected.sha256);
  const start = { file, inspected, readBefore };
  if (options.dryRun || options.allOrNothing) {
    const rehearsal = await walk(db, start, null, options);
    rehearsal.dryRun = options.dryRun ?? false;
    if (options.allOrNothing && rehearsal.refusedLines > 0)
      return { ...rehearsal, inserted: 0, changed: 0, nothingDone: true };
    if (options.dryRun) return rehearsal;
  }
  const run = await startImport(db, {
    subject: "agreements",
    fileName: path.basename(file),
    sha256: inspected.sha256,
    startedBy: options.startedBy ?? null,
  });
  const report = await walk(db, start, run, options);
  const { lines, held, refusedLines: refused } = report;
  await finishImport(db, run, null, { lines, held, refused });
  return report;
}

async function walk(
  db: Database,
  start: { file: string; inspected: Inspected; readBefore: Date | null },
  run: string | null,
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport(path.basename(start.file), false, start.readBefore);
  const seen: Seen = new Map();
  for await (const rows of readTable(fileSource(start.file), start.inspected.format, shape, BATCH)) {
    const batch = readAgreementBatch(rows, seen, shortDigest);
    report.lines += rows.length;
    report.repeated += batch.repeated;
    report.faults.push(...batch.faults);
    report.refusedLines += new Set(batch.faults.map(({ line }) => line)).size;
    await bringIn(db, run, batch.lines, report);
    options.onProgress?.(report.lines, start.inspected.lines);
  }
  return report;
}

async function bringIn(
  db: Database,
  run: string | null,
  lines: AgreementLine[],
  report: ImportReport,
): Promise<void> {
  if (lines.length === 0) return;
  const stored = await findAgreements(
    db,
    lines.map(({ data }) => data.number),
  );
  const known = new Map(stored.map((agreement) => [agreement.number, agreement]));
  const differs = lines.filter(({ line, data }) => {
    const before = known.get(data.number);
    const columns = before ? changedColumns(data, before) : [];
    if (columns.length > 0) {
      const { number } = data;
      report.changes.push({ line, kindCode: "", number, applied: columns, held: [], kept: null });
    }
    return !before || columns.length > 0;
  });
  const fresh = differs.filter(({ data }) => !known.has(data.number)).length;
  report.repeated += lines.length - differs.length;
  const done =
    run && differs.length > 0
      ? await importAgreements(
          db,
          run,
          differs.map(({ line, data }) => ({ ...data, line })),
        )
      : { inserted: fresh, changed: differs.length - fresh };
  report.inserted += done.inserted;
  report.changed += done.changed;
}
