import path from "node:path";
import type { Database } from "@/db/client";
import { findFinishedImport } from "@/db/queries/import-orders";
import { type DayOrder, inDayOrder } from "@/domain/import/day-order";
import { type ImportFindings, noFindings } from "@/domain/import/findings";
import type { ImportOptions } from "@/domain/import/import-orders";
import { ImportStopped } from "@/domain/import/over";
import { recordedRun, refusedRun } from "@/domain/import/recorded-run";
import { cleanFileName } from "@/lib/files/name";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import { copyFile, type Source } from "@/lib/table/source";
import { walkAgreements } from "./walk";

export type AgreementOptions = Omit<ImportOptions, "applyChanges"> & {
  /** Whether convenios may move to another NIT, or a NIT take another name; without it they stay out and are listed. */
  moveNits?: boolean;
};

type Start = { fileName: string; source: Source; inspected: Inspected; readBefore: Date | null };

/**
 * Imports a file of the core's convenios: adds new ones and updates known ones. Another NIT means another
 * company, and is applied only on request.
 * @throws TableFault when the file is no table of convenios; ImportStopped; DatabaseUnavailable
 */
export async function importAgreementFile(
  db: Database,
  file: string,
  options: AgreementOptions = {},
): Promise<ImportFindings> {
  const { dryRun = false, startedBy = null } = options;
  const facts = {
    subject: "agreements" as const,
    fileName: cleanFileName(path.basename(file), "archivo"),
    startedBy,
  };
  const refused = (error: unknown) => (dryRun ? Promise.reject(error) : refusedRun(db, facts, error));
  const copy = await copyFile(file).catch(refused);
  try {
    const inspected = await inspectSource(copy.source).catch(refused);
    const readBefore = await findFinishedImport(db, "agreements", inspected.sha256);
    return await importCopy(
      db,
      { fileName: cleanFileName(path.basename(file), "archivo"), source: copy.source, inspected, readBefore },
      options,
    );
  } finally {
    await copy.close();
  }
}

async function importCopy(db: Database, start: Start, options: AgreementOptions): Promise<ImportFindings> {
  let known: DayOrder | null = null;
  const walk = (run: string | null) =>
    inDayOrder(known, async (dayOrder) => {
      const findings = noFindings(start.fileName, options.dryRun ?? false, start.readBefore);
      known = await walkInto(findings, db, { ...start, dayOrder }, run, options);
      return findings;
    });
  if (options.dryRun) return allOrNothing(await walk(null), options);
  const facts = {
    subject: "agreements" as const,
    fileName: start.fileName,
    sha256: start.inspected.sha256,
    startedBy: options.startedBy ?? null,
  };
  return recordedRun(db, facts, async (run) => {
    const rehearsal = options.allOrNothing ? allOrNothing(await walk(null), options) : null;
    return rehearsal?.nothingDone ? rehearsal : walk(run);
  });
}

function allOrNothing(rehearsal: ImportFindings, options: AgreementOptions): ImportFindings {
  const stays = rehearsal.refusedLines > 0 || rehearsal.moves.some(({ applied }) => !applied);
  return options.allOrNothing && stays
    ? { ...rehearsal, inserted: 0, changed: 0, nothingDone: true }
    : rehearsal;
}

/** Walks through the file and writes into the report what came of it; answers the order of its days. */
async function walkInto(
  findings: ImportFindings,
  db: Database,
  { source, inspected, dayOrder }: Pick<Start, "source" | "inspected"> & { dayOrder: DayOrder | null },
  run: string | null,
  { moveNits = false, signal, onProgress }: AgreementOptions,
): Promise<DayOrder> {
  const file = { source, inspected, dayOrder, notes: findings.notes };
  const walked = await walkAgreements(
    db,
    file,
    { run, choice: moveNits ? "all" : "none" },
    (batch, { lines }) => {
      for (const fault of batch.faults) findings.faults.push(fault);
      for (const change of batch.changes) findings.changes.push(change);
      for (const move of batch.moves) findings.moves.push(move);
      for (const warning of batch.warnings) findings.warnings.push(warning);
      if (signal?.aborted) throw new ImportStopped();
      onProgress?.(lines, inspected.lines);
    },
  );
  Object.assign(findings, walked.counts);
  return walked.dayOrder;
}
