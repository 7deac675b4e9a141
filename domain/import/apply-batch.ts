import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOrdersByKey, type StoredOrder } from "@/db/queries/import-orders";
import { orderColumnsOf } from "@/domain/order/order-columns";
import type { CalendarDay } from "@/model/calendar";
import { coreUse, orderFields } from "@/model/order-field";
import type { CoreNumberShape } from "@/model/order-number";
import type { ListedChange } from "./findings";
import { openOrder } from "./open-order";
import { ImportOver } from "./over";
import {
  type ChangeLimits,
  type ComparedField,
  orderKey,
  type PlannedLine,
  planOrder,
  type Step,
} from "./plan";
import type { OrderData } from "./row";

/** How often a batch is planned again when another run changed its orders in between. */
const ATTEMPTS = 5;

type Planned = PlannedLine & {
  step: Step;
  /** The row to insert, with personal data encrypted; null when the plan inserts nothing. */
  fresh: ReturnType<typeof newRow> | null;
  moved: ReturnType<typeof changedRow> | null;
};

/** The run that writes, null rehearses; whether known orders take the file's other data. */
export type ApplyBatchPlan = {
  run: string | null;
  applyChanges: boolean;
  /** Whether another person confirmed the run than the one who uploaded it. */
  secondPerson?: boolean;
  rules: {
    limits: ReadonlyMap<string, ChangeLimits["kind"]>;
    closedKinds: ReadonlySet<string>;
    numberShapes: ReadonlyMap<string, CoreNumberShape>;
    today: CalendarDay;
  };
};

export type BatchResult = { inserted: number; changed: number; same: number; changes: ListedChange[] };

/**
 * Plans a batch against the stored orders and encrypts what it will write. Batches of a file never share an
 * order, so one is planned while the previous one is written.
 */
export async function planBatch(
  db: Database,
  lines: readonly PlannedLine[],
  { run, applyChanges, secondPerson = false, rules }: ApplyBatchPlan,
): Promise<Planned[]> {
  const stored = await findOrdersByKey(
    db,
    lines.map(({ data: { kindCode, numberKey } }) => ({ kindCode, numberKey })),
    run,
  );
  const byKey = new Map(stored.map((order) => [orderKey(order), order]));
  return lines.map((line) => {
    const order = byKey.get(orderKey(line.data));
    const known = order ? openOrder(order) : null;
    const kind = rules.limits.get(line.data.kindCode);
    const limits = kind && { kind, today: rules.today, secondPerson };
    const step = planOrder(line.data, known ?? undefined, {
      applyChanges,
      limits,
      closedKinds: rules.closedKinds,
      numberShape: rules.numberShapes.get(line.data.kindCode),
    });
    const planned = { ...line, step, fresh: null, moved: null };
    if (!run) return planned;
    return {
      ...planned,
      fresh: step.kind === "new" ? newRow(line.data) : null,
      moved: order && known && isMoved(planned) ? changedRow(planned, known, order) : null,
    };
  });
}

/**
 * Writes a planned batch for its run, or only counts without a run. Orders that another run changed since are
 * planned again.
 * @throws ImportOver when the run ended meanwhile
 */
export async function applyBatch(db: Database, first: Planned[], plan: ApplyBatchPlan): Promise<BatchResult> {
  let planned = first;
  let inserted = 0;
  let changed = 0;
  for (let attempt = 1; ; attempt++) {
    const fresh = planned.filter(({ step }) => step.kind === "new").length;
    const moved = planned.filter(isMoved).length;
    const done =
      plan.run && fresh + moved > 0
        ? await call(db, "import_orders", {
            run: plan.run,
            new: planned.flatMap(({ fresh }) => fresh ?? []),
            changes: planned.flatMap(({ moved }) => moved ?? []),
          })
        : { inserted: fresh, changed: moved };
    if (!done) throw new ImportOver();
    inserted += done.inserted;
    changed += done.changed;
    if (done.inserted === fresh && done.changed === moved) return batchResult(planned, inserted, changed);
    if (attempt === ATTEMPTS) throw new Error("orders keep changing while they are imported");
    planned = await planBatch(db, planned, plan);
  }
}

function isMoved({ step }: Pick<Planned, "step">): boolean {
  return step.kind === "different" && step.apply.length > 0;
}

function newRow(data: OrderData) {
  const id = randomUUID();
  return { id, number_key: data.numberKey, core_used_on: data.coreUsedOn, ...orderColumnsOf(id, data) };
}

/** The update of a known order: the fields that the plan applies, and no other. */
function changedRow(
  { data, line, step }: Pick<Planned, "data" | "line" | "step">,
  known: ReturnType<typeof openOrder>,
  { id, version }: StoredOrder,
) {
  const applied = step.kind === "different" ? step.apply : [];
  const { state, coreUsedOn, ...changes } = Object.fromEntries(
    applied.map((field) => [field, data[field]]),
  ) as Partial<Pick<OrderData, ComparedField>>;
  return {
    id,
    version,
    state_was: known.state,
    state: state ?? known.state,
    value: changes.value ?? known.value,
    valid_until: changes.validUntil ?? known.validUntil,
    core_used_on: coreUsedOn ?? known.coreUsedOn,
    fields: applied.map(columnOf),
    line,
    data: orderColumnsOf(id, changes),
  };
}

const columnOf = (field: ComparedField) =>
  field === "coreUsedOn" ? coreUse.header : orderFields[field].header;

function batchResult(planned: readonly Planned[], inserted: number, changed: number): BatchResult {
  const same = planned.filter(({ step }) => step.kind === "same").length;
  // What an earlier attempt of this batch wrote is found as "the same".
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
