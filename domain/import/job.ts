import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import type { Database } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import { type Answer, call } from "@/db/contract/call";
import { findImportNotes } from "@/db/queries/import-orders";
import type { AgreementColumn } from "@/domain/agreement/row";
import { seal } from "@/lib/crypto/seal";
import { logError } from "@/lib/log";
import { TableFault } from "@/lib/table/fault";
import { inspectSource } from "@/lib/table/inspect";
import { newNotes } from "@/lib/table/notes";
import type { Warning } from "@/model/import";
import type { OrderColumn } from "@/model/order-field";
import type { Fault } from "./cells";
import { type DayOrder, inDayOrder } from "./day-order";
import { readableCell } from "./fact";
import type { ListedChange, Move } from "./findings";
import { MOST_UPLOADED_LINES } from "./limits";
import { ImportOver } from "./over";
import { pauseAfter } from "./pace";
import { failureOf } from "./recorded-run";
import { sealSample } from "./sample";
import { cellPlace } from "./sealed-file";
import { storedFile } from "./stored-file";
import { walks } from "./walks";

/** How often progress is written, at most; each time is an update of the run's row. */
const KEEP_EVERY_MS = 300;
/** A file that killed this many workers is not retried. */
const MOST_ATTEMPTS = 3;

export type Worker = {
  id: string;
  leaseSeconds: number;
  /** Share of its time that the server beside it works, 0 to 1; without a server nobody waits. */
  serverBusy?: () => number;
  /** Called with the run that is being worked on, and with null between two runs. */
  onRun?: (run: string | null) => void;
  /** Called while the file is still read, once it is not this worker's any more: somebody cancelled it. */
  onLost?: () => void;
};

/**
 * Claims a waiting file and checks or imports it; false when none waits. Idempotent: interrupted at any moment
 * and restarted by any worker, each valid line is imported once.
 * @throws DatabaseUnavailable, and the file waits for its next worker
 */
export async function workOnImport(db: Database, worker: Worker): Promise<boolean> {
  const { id, leaseSeconds } = worker;
  const claimed = await call(db, "claim_import", {
    ...{ worker: id, leaseSeconds, attempts: MOST_ATTEMPTS },
    subjects: Object.keys(walks),
  });
  if (!claimed) return false;
  worker.onRun?.(claimed.id);
  try {
    // The preview kept what it found of the days; a run of before did not.
    const known =
      claimed.state === "import_queued" ? dayOrderOf(await findImportNotes(db, claimed.id)) : null;
    await inDayOrder(known, (dayOrder) => walk(db, worker, claimed, dayOrder));
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    if (!(error instanceof ImportOver)) await fail(db, worker, claimed, error);
  } finally {
    worker.onRun?.(null);
  }
  return true;
}

type ClaimedImport = NonNullable<Answer<"claim_import">>;

async function walk(
  db: Database,
  worker: Worker,
  claimed: ClaimedImport,
  known: DayOrder | null,
): Promise<void> {
  const { id, state, subject } = claimed;
  const held = { run: id, worker: worker.id };
  let read = 0;
  const { leaseSeconds } = worker;
  const keep = () => call(db, "renew_import_lease", { ...held, lines: read, leaseSeconds });
  let reading = true;
  // A batch can take longer than the lease where the machine is busy with others, and a workbook of empty rows has none.
  const beat = async () => {
    if ((await keep()) === "lost" && reading) worker.onLost?.();
  };
  const beating = setInterval(() => beat().catch(() => {}), (leaseSeconds * 1_000) / 4);
  const rehearsal = state === "preview_queued";
  const notes = newNotes();
  const walked = async () => {
    const source = storedFile(db, id);
    const inspected = await inspectSource(source);
    const file = { source, inspected, mostLines: MOST_UPLOADED_LINES, notes, dayOrder: known };
    await call(db, "begin_import_walk", held);
    let keptAt = Number.NEGATIVE_INFINITY;
    let batchFrom = performance.now();
    return walks[subject](db, file, claimed, async (batch, { lines }) => {
      const found = {
        faults: [...faultRows(id, batch.faults), ...warningRows(id, batch.warnings ?? [])],
        changes: batch.changes.map(changeRow),
        moves: (batch.moves ?? []).map(moveRow),
      };
      if (found.faults.length + found.changes.length + found.moves.length > 0)
        await call(db, "add_import_findings", { ...held, ...found });
      read = lines;
      await pause(pauseAfter(performance.now() - batchFrom, worker.serverBusy?.() ?? 0));
      batchFrom = performance.now();
      if (performance.now() - keptAt < KEEP_EVERY_MS) return;
      keptAt = performance.now();
      if ((await keep()) === "lost") throw new ImportOver();
    });
  };
  const { counts, dayOrder, sample } = await walked().finally(() => {
    reading = false;
    clearInterval(beating);
  });
  const kept = { ...notes, dayDoubt: dayOrder.doubt };
  await call(db, "note_import", { ...held, notes: kept, sample: sealSample(id, sample) });
  const { lines, inserted, changed, repeated, held: heldLines, refusedLines: refused } = counts;
  const ended = { ...held, lines, held: heldLines, refused };
  const outcome = rehearsal
    ? await call(db, "finish_import_preview", { ...ended, new: inserted, changed, repeated })
    : await call(db, "end_import", ended);
  if (outcome === "lost") throw new ImportOver();
}

const KeptDays = z.object({
  dayDoubt: z.object({
    monthFirst: z.number().nullable(),
    english: z.boolean(),
    turned: z.number().nullable(),
  }),
  unsureDay: z.object({ said: z.string(), day: z.string() }).optional(),
});

/** The order of the days that a preview found; null when it is not kept. */
function dayOrderOf(notes: unknown): DayOrder | null {
  const kept = KeptDays.safeParse(notes);
  return kept.success ? { doubt: kept.data.dayDoubt, unsure: kept.data.unsureDay } : null;
}

async function fail(db: Database, worker: Worker, { id }: ClaimedImport, error: unknown): Promise<void> {
  if (!(error instanceof TableFault)) logError("import.failed", error, { run: id });
  await call(db, "fail_import", { run: id, worker: worker.id, ...failureOf(error) });
}

function faultRows(run: string, faults: readonly Fault[]) {
  let last = 0;
  let position = 0;
  return faults.map(({ line, column, code, fact = null, cell }) => {
    position = line === last ? position + 1 : 0;
    last = line;
    // No more than is shown of it: a small workbook can repeat one long text in every cell.
    const said_sealed = seal(readableCell(cell), cellPlace(run, line, position)).toString("base64");
    return { line, position, column_name: column, code, fact, said_sealed, warning: false };
  });
}

const warnedColumns: Record<Warning["code"], OrderColumn | AgreementColumn> = {
  agreement_ended: "NIT_PROVEEDOR",
  issued_long_ago: "FECHA",
  valid_for_years: "VENCE",
  email_unread: "CORREO",
};

function warningRows(run: string, warnings: readonly Warning[]) {
  let last = 0;
  let position = 0;
  return warnings.map(({ line, code, fact }) => {
    position = line === last ? position + 1 : 0;
    last = line;
    const said_sealed = seal(fact, cellPlace(run, line, position)).toString("base64");
    return { line, position, column_name: warnedColumns[code], code, fact, said_sealed, warning: true };
  });
}

function changeRow({ line, kindCode, number, applied, held, kept }: ListedChange) {
  return { line, kind_code: kindCode, number, applied, held, kept };
}

function moveRow({ from, to, nameTo, known, ...move }: Move) {
  const names = { name_to: nameTo, known_number: known?.number ?? null, known_name: known?.name ?? null };
  return { ...move, ...names, nit_from: from, nit_to: to };
}
