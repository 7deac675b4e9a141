import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { isDatabaseDown } from "@/db/connection";
import {
  addImportFindings,
  beginImportWalk,
  type ClaimedImport,
  claimImport,
  endPreview,
  failImport,
  keepImport,
} from "@/db/queries/import-job";
import { findImportRules, finishImport } from "@/db/queries/import-orders";
import { seal } from "@/lib/crypto/seal";
import { logError } from "@/lib/log";
import { TableFault } from "@/lib/table/fault";
import { inspectSource } from "@/lib/table/inspect";
import type { Fault } from "./cells";
import { MOST_UPLOADED_LINES } from "./limits";
import { pauseAfter } from "./pace";
import type { ListedChange, Warning } from "./report";
import { saidPlace } from "./sealed-file";
import { storedFile } from "./stored-file";
import { walkOrders } from "./walk";

/** How often progress is told; each telling is a write of its own. */
const KEEP_EVERY_MS = 300;
/** A file that ends so many workers is given up. */
const MOST_ATTEMPTS = 50;

export type Worker = {
  id: string;
  leaseSeconds: number;
  /** Share of its time that the server beside it works, 0 to 1; without a server nobody waits. */
  serverBusy?: () => number;
};

class LeaseLost extends Error {}

/**
 * Takes a file that waits and looks at it, or brings it in; false when none waits. Ended at any moment and
 * begun again by any worker, each good line is in once.
 * @throws DatabaseUnavailable, and the file waits for its next worker
 */
export async function workOnImport(db: Database, worker: Worker): Promise<boolean> {
  const claimed = await claimImport(db, worker.id, worker.leaseSeconds, MOST_ATTEMPTS);
  if (!claimed) return false;
  try {
    await walk(db, worker, claimed);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    if (!(error instanceof LeaseLost)) await fail(db, worker, claimed, error);
  }
  return true;
}

async function walk(
  db: Database,
  worker: Worker,
  { id, state, applyChanges, secondPerson }: ClaimedImport,
): Promise<void> {
  const source = storedFile(db, id);
  const file = { source, inspected: await inspectSource(source), mostLines: MOST_UPLOADED_LINES };
  await beginImportWalk(db, id, worker.id);
  const rehearsal = state === "preview_queued";
  const plan = { rules: await findImportRules(db), run: rehearsal ? null : id, applyChanges, secondPerson };
  let read = 0;
  let keptAt = 0;
  let batchFrom = performance.now();
  const keep = () => keepImport(db, id, worker.id, read, worker.leaseSeconds);
  // A batch can take longer than the lease where the machine is busy with others.
  const beating = setInterval(() => keep().catch(() => {}), (worker.leaseSeconds * 1_000) / 4);
  const counts = await walkOrders(db, file, plan, async ({ faults, warnings, changes }, { lines }) => {
    const found = [...faultRows(id, faults), ...warnings.map((warning) => warningRow(id, warning))];
    await addImportFindings(db, id, worker.id, found, changes.map(changeRow));
    read = lines;
    await pause(pauseAfter(performance.now() - batchFrom, worker.serverBusy?.() ?? 0));
    batchFrom = performance.now();
    if (Date.now() - keptAt < KEEP_EVERY_MS) return;
    keptAt = Date.now();
    if (!(await keep())) throw new LeaseLost();
  }).finally(() => clearInterval(beating));
  if (rehearsal) await endPreview(db, id, worker.id, counts);
  else await finishImport(db, id, worker.id, { ...counts, refused: counts.refusedLines });
}

async function fail(db: Database, worker: Worker, { id }: ClaimedImport, error: unknown): Promise<void> {
  if (error instanceof TableFault) {
    await failImport(db, id, worker.id, error.code, error.names.join(", "));
    return;
  }
  logError("import.failed", error, { run: id });
  await failImport(db, id, worker.id, "unexpected", "");
}

function faultRows(run: string, faults: readonly Fault[]) {
  let last = 0;
  let position = 0;
  return faults.map(({ line, column, code, fact = null, said }) => {
    position = line === last ? position + 1 : 0;
    last = line;
    const said_sealed = seal(said, saidPlace(run, line, position)).toString("base64");
    return { line, position, column_name: column, code, fact, said_sealed, warning: false };
  });
}

function warningRow(run: string, { line, code, fact }: Warning) {
  const said_sealed = seal(fact, saidPlace(run, line, 0)).toString("base64");
  return { line, position: 0, column_name: "NIT_PROVEEDOR", code, fact, said_sealed, warning: true };
}

function changeRow({ line, kindCode, number, applied, held, kept }: ListedChange) {
  return { line, kind_code: kindCode, number, applied, held, kept };
}
