import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { findAgreements } from "@/db/queries/agreement-import";
import type { Fault } from "@/domain/import/cells";
import type { DayOrder } from "@/domain/import/day-order";
import type { ImportCounts, ListedChange, Move } from "@/domain/import/findings";
import { ImportOver } from "@/domain/import/over";
import { beginWalk, type TableFile } from "@/domain/import/table-walk";
import { shortDigest } from "@/lib/crypto/digest";
import type { Warning } from "@/model/import";
import { type KnownNames, listMoves, type MoveChoice } from "./moves";
import {
  type AgreementLine,
  agreementWarnings,
  changedColumns,
  type KnownAgreement,
  readAgreementBatch,
  withEmail,
} from "./plan";
import { agreementShape } from "./row";

export type AgreementWalkPlan = {
  /** The run that writes its convenios; null for a dry run. */
  run: string | null;
  choice: MoveChoice;
};

/** The result of one batch of lines. */
export type WalkedAgreements = {
  good: AgreementLine[];
  faults: Fault[];
  changes: ListedChange[];
  moves: Move[];
  warnings: Warning[];
};

/**
 * Processes a file of convenios batch by batch. Dry run and import, command line and screen all use it.
 * @throws TableFault when the file is no table of convenios; ImportOver; DatabaseUnavailable; what `inDayOrder`
 * walks again for
 */
export async function walkAgreements(
  db: Database,
  file: TableFile,
  plan: AgreementWalkPlan,
  onBatch: (batch: WalkedAgreements, counts: ImportCounts) => void | Promise<void>,
): Promise<{ counts: ImportCounts; dayOrder: DayOrder }> {
  const walk = await beginWalk(file, agreementShape, plan.run !== null);
  const { counts } = walk;
  const names: KnownNames = new Map();
  for await (const rows of walk.batches()) {
    const { lines, faults, repeated } = readAgreementBatch(rows, walk.seen, shortDigest, walk.dayDoubt);
    const batch = await planBatch(db, lines, plan, names);
    const done = await write(db, batch.rows, plan.run);
    counts.lines += rows.length;
    counts.inserted += done?.inserted ?? batch.fresh;
    counts.changed += done?.changed ?? batch.rows.length - batch.fresh;
    counts.held += batch.held;
    counts.repeated += repeated + lines.length - batch.rows.length - batch.held;
    counts.refusedLines += new Set(faults.map(({ line }) => line)).size;
    const { changes, moves } = batch;
    await onBatch({ good: lines, faults, changes, moves, warnings: agreementWarnings(lines) }, counts);
  }
  return walk.end();
}

type PlannedRow = { row: ReturnType<typeof agreementRow>; moves: boolean };

/** Compares a batch with the stored convenios: what it writes, what waits for a person, and what is listed of it. */
async function planBatch(
  db: Database,
  lines: readonly AgreementLine[],
  { run, choice }: AgreementWalkPlan,
  names: KnownNames,
) {
  const stored = await findAgreements(
    db,
    lines.map(({ data }) => data.number),
    run,
  );
  const known = new Map(stored.map((agreement) => [agreement.number, agreement]));
  const moves = await listMoves(db, lines, known, names, choice);
  const moving = new Map(moves.map((move) => [move.line, move]));
  const rows: PlannedRow[] = [];
  const changes: ListedChange[] = [];
  let fresh = 0;
  let held = 0;
  for (const line of lines) {
    const before = known.get(line.data.number);
    const data = withEmail(line.data, before);
    const columns = before ? changedColumns(data, before) : [];
    if (before && columns.length === 0) continue;
    const move = moving.get(line.line);
    const since = before?.newer ?? false;
    if (since || (move && !move.applied)) held += 1;
    else
      rows.push({
        row: agreementRow({ line: line.line, data }, before?.nit ?? null),
        moves: move !== undefined,
      });
    if (!before && !(move && !move.applied)) fresh += 1;
    if (!before || (move && !move.applied && !since)) continue;
    changes.push({
      line: line.line,
      kindCode: "",
      number: line.data.number,
      applied: since ? [] : columns,
      held: since ? columns : [],
      kept: since ? "since_preview" : null,
    });
  }
  return { rows, changes, moves, fresh, held };
}

/** Writes a batch for its run; without a run nothing is written and nothing answered. */
async function write(db: Database, planned: readonly PlannedRow[], run: string | null) {
  if (!run) return null;
  const sum = { inserted: 0, changed: 0 };
  // Those that move are written apart, since the others never change their NIT, whatever happened meanwhile.
  for (const move of [false, true]) {
    const rows = planned.filter(({ moves }) => moves === move).map(({ row }) => row);
    if (rows.length === 0) continue;
    const done = await call(db, "import_agreements", { run, rows, move });
    if (!done) throw new ImportOver();
    sum.inserted += done.inserted;
    sum.changed += done.changed;
  }
  return sum;
}

/** The row of a convenio as `import_agreements` of SQL reads it. */
function agreementRow({ line, data }: { line: number; data: KnownAgreement }, nitWas: string | null) {
  return {
    number: data.number,
    nit: data.nit,
    nit_was: nitWas,
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
