import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import {
  type ChangedOrderRow,
  findOrdersByKey,
  importOrders,
  type NewOrderRow,
} from "@/db/queries/import-orders";
import { columnOf, orderKey, type PlannedLine, planOrder, type Step } from "./plan";
import type { ListedChange } from "./report";
import type { OrderData } from "./row";
import { openOrder, sealOrder } from "./seal-order";

/** How often a batch is planned anew when another run moved its orders in between. */
const ATTEMPTS = 5;

type Planned = PlannedLine & {
  step: Step;
  id: string;
  version: string;
  known: ReturnType<typeof openOrder> | null;
};

export type BroughtIn = { inserted: number; changed: number; same: number; changes: ListedChange[] };

/**
 * Plans a batch on what is stored now and writes it for `run`; without one it only tells. What another run
 * moved in between is planned anew.
 */
export async function bringIn(
  db: Database,
  lines: PlannedLine[],
  { run, applyChanges }: { run: string | null; applyChanges: boolean },
): Promise<BroughtIn> {
  let inserted = 0;
  let changed = 0;
  for (let attempt = 1; lines.length > 0; attempt++) {
    const planned = await planLines(db, lines, applyChanges);
    const fresh = planned.filter(({ step }) => step.kind === "new");
    const moved = planned.filter(isMoved);
    const done =
      run && fresh.length + moved.length > 0
        ? await importOrders(db, run, { fresh: fresh.map(newRow), changes: moved.map(changedRow) })
        : { inserted: fresh.length, changed: moved.length };
    inserted += done.inserted;
    changed += done.changed;
    if (done.inserted === fresh.length && done.changed === moved.length)
      return broughtIn(planned, inserted, changed);
    if (attempt === ATTEMPTS) throw new Error("orders keep changing while they are imported");
  }
  return { inserted, changed, same: 0, changes: [] };
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

function isMoved({ step }: Planned): boolean {
  return step.kind === "different" && step.apply.length > 0;
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
  const merged = { ...data, ...known };
  for (const field of applied) Object.assign(merged, { [field]: data[field] });
  return {
    ...sealOrder(id, merged),
    version,
    state_was: known?.state ?? "",
    fields: applied.map(columnOf),
    line,
  };
}

function broughtIn(planned: readonly Planned[], inserted: number, changed: number): BroughtIn {
  const same = planned.filter(({ step }) => step.kind === "same").length;
  // What an earlier attempt of this batch wrote is found again as "the same".
  const writtenNow = planned.filter((line) => line.step.kind === "new" || isMoved(line)).length;
  const writtenBefore = inserted + changed - writtenNow;
  return {
    inserted,
    changed,
    same: same - Math.min(same, writtenBefore),
    changes: planned.flatMap(({ step, line, data }) =>
      step.kind === "different" ? [listed(step, line, data)] : [],
    ),
  };
}

function listed(step: Extract<Step, { kind: "different" }>, line: number, data: OrderData): ListedChange {
  return {
    line,
    kindCode: data.kindCode,
    number: data.number,
    applied: step.apply.map(columnOf),
    held: step.held.map(columnOf),
    kept: step.kept,
  };
}
