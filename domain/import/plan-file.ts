import type { Database } from "@/db/client";
import type { findImportRules } from "@/db/queries/import-orders";
import { shortDigest } from "@/lib/crypto/digest";
import type { Warning } from "@/model/import";
import { orderFile } from "@/model/order-field";
import { firstOfSeries, LONGEST_ORDER_NUMBER } from "@/model/order-number";
import { applyBatch, planBatch } from "./apply-batch";
import type { Fault } from "./cells";
import type { DayOrder } from "./day-order";
import type { ImportCounts, ListedChange } from "./findings";
import { type PlannedLine, readBatch, type Step } from "./plan";
import { openKinds } from "./row";
import { beginWalk, type TableFile } from "./table-walk";

export type WalkPlan = {
  rules: Awaited<ReturnType<typeof findImportRules>>;
  /** The run that writes its orders; null for a dry run. */
  run: string | null;
  applyChanges: boolean;
  /** Whether another person confirmed the run than the one who uploaded it. */
  secondPerson?: boolean;
};

/** The result of one batch of lines. */
export type WalkedBatch = {
  good: PlannedLine[];
  faults: Fault[];
  changes: ListedChange[];
  warnings: Warning[];
};

/**
 * Processes a file of orders batch by batch. Dry run and import, command line and screen all use it.
 * @throws TableFault when the file is no table of orders; DatabaseUnavailable; what `inDayOrder` walks again
 * for
 */
export async function walkOrders(
  db: Database,
  file: TableFile,
  plan: WalkPlan,
  onBatch: (batch: WalkedBatch, counts: ImportCounts) => void | Promise<void>,
): Promise<{ counts: ImportCounts; dayOrder: DayOrder }> {
  const walk = await beginWalk(file, orderFile, plan.run !== null);
  const { counts } = walk;
  const rules = { ...plan.rules, dayDoubt: walk.dayDoubt };
  const take = async (
    { lines, faults, repeated }: ReturnType<typeof readBatch>,
    planned: ReturnType<typeof planBatch>,
    read: number,
  ) => {
    const batch = await planned;
    const done = await applyBatch(db, batch, plan);
    const refused = new Set(done.refused);
    const against = batch.flatMap((line) =>
      refused.has(line.line) ? notWritten(line) : (faultOf(line, plan.rules) ?? []),
    );
    faults.push(...against);
    const stayOut = new Set(against.map(({ line }) => line));
    const good = lines.filter(({ line }) => !stayOut.has(line));
    counts.lines += read;
    counts.inserted += done.inserted;
    counts.changed += done.changed;
    counts.repeated += repeated + done.same;
    counts.held += done.changes.filter(({ applied }) => applied.length === 0).length;
    counts.refusedLines += new Set(faults.map(({ line }) => line)).size;
    const warnings = good.flatMap(({ line, warnings }) => warnings.map((warning) => ({ line, ...warning })));
    await onBatch({ good, faults, changes: done.changes, warnings }, counts);
  };
  // While the database writes a batch, the next one is read and planned; one at a time is written, in the file's order.
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const rows of walk.batches()) {
      const batch = readBatch(rows, rules, walk.seen, shortDigest);
      const planned = planBatch(db, batch.lines, plan);
      planned.catch(() => {}); // The caller reports the failure when it awaits this promise.
      await writing;
      writing = take(batch, planned, rows.length);
      writing.catch(() => {}); // The next await throws what this write failed with.
    }
  } finally {
    await writing;
  }
  return walk.end();
}

function notWritten({ line, data }: PlannedLine): Fault {
  return { line, column: "NRODCTO", cell: data.number, code: "not_written" };
}

/** Why a line that could be read is no new order. */
function faultOf(
  { line, data, step }: Awaited<ReturnType<typeof planBatch>>[number],
  rules: WalkPlan["rules"],
): Fault | null {
  if (step.kind === "closed") {
    const fact = openKinds(rules).join(", ");
    return { line, column: "TIPODCTO", cell: data.kindCode, code: "kind_closed", fact };
  }
  if (step.kind === "too_large")
    return {
      line,
      column: "VALOR",
      cell: String(data.value),
      code: "value_too_large",
      fact: String(step.largest),
    };
  const number = { line, column: "NRODCTO", cell: data.number };
  if (step.kind === "spelled_twice") return { ...number, code: "other_zeros", fact: step.other };
  if (step.kind !== "misshapen") return null;
  return { ...number, code: step.code, fact: shapeFact(step.code, data.kindCode, rules) };
}

/** How a number of this kind is to be written, for the words of a fault. */
function shapeFact(
  code: Extract<Step, { kind: "misshapen" }>["code"],
  kindCode: string,
  { numberShapes, ownSeries }: WalkPlan["rules"],
): string {
  if (code === "kind_code") return kindCode;
  const series = ownSeries.get(kindCode);
  if (code === "own_series") return series ? firstOfSeries(series) : "";
  const { shortest = 1, longest = LONGEST_ORDER_NUMBER } = numberShapes.get(kindCode) ?? {};
  return shortest === longest ? String(shortest) : `${shortest}–${longest}`;
}
