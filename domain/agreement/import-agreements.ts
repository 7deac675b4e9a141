import path from "node:path";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { findAgreements, findBoundOrders } from "@/db/queries/agreement-import";
import { findFinishedImport } from "@/db/queries/import-orders";
import type { Seen } from "@/domain/import/batch";
import { type DayOrder, DayReading, inDayOrder } from "@/domain/import/day-order";
import { type ImportFindings, noFindings } from "@/domain/import/findings";
import type { ImportOptions } from "@/domain/import/import-orders";
import { ImportOver, ImportStopped } from "@/domain/import/over";
import { recordedRun, refusedRun } from "@/domain/import/recorded-run";
import { shortDigest } from "@/lib/crypto/digest";
import { type Inspected, inspectSource } from "@/lib/table/inspect";
import { copyFile, type Source } from "@/lib/table/source";
import { readTable } from "@/lib/table/table";
import { type AgreementLine, changedColumns, readAgreementBatch } from "./plan";
import { agreementColumns, agreementDays } from "./row";

const BATCH = 1000;
const shape = { wanted: agreementColumns, days: agreementDays };

export type AgreementOptions = Omit<ImportOptions, "applyChanges"> & {
  /** Whether convenios may move to another NIT; without it they stay unchanged and are listed. */
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
  const facts = { subject: "agreements" as const, fileName: path.basename(file), startedBy };
  const refused = (error: unknown) => (dryRun ? Promise.reject(error) : refusedRun(db, facts, error));
  const copy = await copyFile(file).catch(refused);
  try {
    const inspected = await inspectSource(copy.source).catch(refused);
    const readBefore = await findFinishedImport(db, "agreements", inspected.sha256);
    return await importCopy(
      db,
      { fileName: path.basename(file), source: copy.source, inspected, readBefore },
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
  options: AgreementOptions,
): Promise<DayOrder> {
  const seen: Seen = new Map();
  const days = await DayReading.begin({ source, format: inspected.format, shape }, dayOrder, run !== null);
  for await (const rows of readTable(source, inspected.format, shape, BATCH, findings.notes)) {
    days.add(rows);
    const batch = readAgreementBatch(rows, seen, shortDigest, days.doubt);
    findings.lines += rows.length;
    findings.repeated += batch.repeated;
    findings.faults.push(...batch.faults);
    findings.refusedLines += new Set(batch.faults.map(({ line }) => line)).size;
    await applyBatch(db, run, batch.lines, findings, options.moveNits ?? false);
    if (options.signal?.aborted) throw new ImportStopped();
    options.onProgress?.(findings.lines, inspected.lines);
  }
  const found = days.end();
  if (found.unsure) findings.notes.unsureDay = found.unsure;
  return found;
}

async function applyBatch(
  db: Database,
  run: string | null,
  lines: AgreementLine[],
  findings: ImportFindings,
  moveNits: boolean,
): Promise<void> {
  if (lines.length === 0) return;
  const numbers = lines.map(({ data }) => data.number);
  const known = new Map(
    (await findAgreements(db, numbers)).map((agreement) => [agreement.number, agreement]),
  );
  const nitWas = ({ data }: AgreementLine) => {
    const before = known.get(data.number);
    return before && before.nit !== data.nit ? before.nit : null;
  };
  await listMoves(db, lines, nitWas, findings, moveNits);
  const differs = lines.filter((line) => {
    const before = known.get(line.data.number);
    const columns = before ? changedColumns(line.data, before) : [];
    if (nitWas(line) !== null && !moveNits) return false;
    if (columns.length > 0) {
      const { number } = line.data;
      findings.changes.push({
        line: line.line,
        kindCode: "",
        number,
        applied: columns,
        held: [],
        kept: null,
      });
    }
    return !before || columns.length > 0;
  });
  const held = moveNits ? 0 : lines.filter((line) => nitWas(line) !== null).length;
  const fresh = differs.filter(({ data }) => !known.has(data.number)).length;
  findings.repeated += lines.length - differs.length - held;
  findings.held += held;
  const rows = differs.map(agreementRow);
  const done =
    run && rows.length > 0
      ? await call(db, "import_agreements", { run, rows, move: moveNits })
      : { inserted: fresh, changed: rows.length - fresh };
  if (!done) throw new ImportOver();
  findings.inserted += done.inserted;
  findings.changed += done.changed;
}

/** The row of a convenio as `import_agreements` of SQL reads it. */
function agreementRow({ line, data }: AgreementLine) {
  return {
    number: data.number,
    nit: data.nit,
    check_digit: data.checkDigit,
    legal_name: data.legalName,
    email: data.email,
    phone: data.phone,
    municipality: data.municipality,
    starts_on: data.startsOn,
    ends_on: data.endsOn,
    line,
  };
}

/** Lists, for each convenio that moves to another NIT, the orders in force that depend on the old one. */
async function listMoves(
  db: Database,
  lines: readonly AgreementLine[],
  nitWas: (line: AgreementLine) => string | null,
  findings: ImportFindings,
  applied: boolean,
): Promise<void> {
  const moves = lines.flatMap((line) => {
    const from = nitWas(line);
    return from === null ? [] : [{ line: line.line, number: line.data.number, from, to: line.data.nit }];
  });
  if (moves.length === 0) return;
  const bound = new Map(
    (
      await findBoundOrders(
        db,
        moves.map(({ from }) => from),
      )
    ).map((row) => [row.nit, row]),
  );
  for (const move of moves) {
    const { orders = 0, numbers = [] } = bound.get(move.from) ?? {};
    findings.moves.push({ ...move, applied, orders, numbers });
  }
}
