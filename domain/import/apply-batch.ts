import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOrderKeys, findOrdersByKey } from "@/db/queries/import-orders";
import { orderColumnsOf } from "@/domain/order/order-columns";
import type { CalendarDay } from "@/model/calendar";
import type { CoreNumberShape, OwnSeries } from "@/model/order-number";
import { changedRow, columnOf } from "./changed-row";
import type { ListedChange } from "./findings";
import { otherSpellings } from "./number-spellings";
import { openOrder } from "./open-order";
import { ImportOver } from "./over";
import { type ChangeLimits, orderKey, type PlannedLine, planOrder, type Step } from "./plan";
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
    ownSeries: ReadonlyMap<string, OwnSeries>;
    today: CalendarDay;
  };
};

export type BatchResult = {
  inserted: number;
  changed: number;
  same: number;
  changes: ListedChange[];
  /** Lines whose order took no change in any attempt. */
  refused: number[];
};

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
  const others = lines.flatMap(({ data }) => (byKey.has(orderKey(data)) ? [] : otherSpellings(data)));
  const taken = new Set((others.length > 0 ? await findOrderKeys(db, others) : []).map(orderKey));
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
      ownSeries: rules.ownSeries.get(line.data.kindCode),
      otherSpelling:
        otherSpellings(line.data).find((other) => taken.has(orderKey(other)))?.numberKey ??
        line.otherSpelling,
    });
    if (!run) return { ...line, step, fresh: null, moved: null };
    const apply = step.kind === "different" ? step.apply : [];
    return {
      ...{ ...line, step },
      fresh: step.kind === "new" ? newRow(line.data) : null,
      moved: order && known && apply.length > 0 ? changedRow({ ...line, apply }, known, order) : null,
    };
  });
}

/**
 * Writes a planned batch for its run, or only counts without a run. Orders that another run or a use changed since are
 * planned again, and told by the last plan; what is not written in the end is refused, so that one order never keeps a
 * file from being read.
 * @throws ImportOver when the run ended meanwhile
 */
export async function applyBatch(db: Database, first: Planned[], plan: ApplyBatchPlan): Promise<BatchResult> {
  const settled: Planned[] = first.filter((line) => !isToWrite(line));
  let left = first.filter(isToWrite);
  for (let attempt = 1; left.length > 0 && attempt <= ATTEMPTS; attempt++) {
    const written = plan.run ? await writeBatch(db, left, plan.run) : null;
    const isDone = ({ fresh, moved }: Planned) => !written || written.has((fresh ?? moved)?.id ?? "");
    const missed = left.filter((line) => !isDone(line));
    const again = missed.length > 0 ? await planBatch(db, missed, plan) : [];
    settled.push(...left.filter(isDone), ...again.filter((line) => !isToWrite(line)));
    left = again.filter(isToWrite);
  }
  return batchResult(
    settled.toSorted((one, other) => one.line - other.line),
    left.map(({ line }) => line),
  );
}

/** Writes what a batch plans; answers the orders that took it. */
async function writeBatch(db: Database, planned: readonly Planned[], run: string): Promise<Set<string>> {
  const done = await call(db, "import_order_batch", {
    run,
    new: planned.flatMap(({ fresh }) => fresh ?? []),
    changes: planned.flatMap(({ moved }) => moved ?? []),
  });
  if (!done) throw new ImportOver();
  return new Set(done.written);
}

function isMoved({ step }: Pick<Planned, "step">): boolean {
  return step.kind === "different" && step.apply.length > 0;
}

const isToWrite = (line: Pick<Planned, "step">) => line.step.kind === "new" || isMoved(line);

function newRow(data: OrderData) {
  const id = randomUUID();
  return { id, number_key: data.numberKey, core_used_on: data.coreUsedOn, ...orderColumnsOf(id, data) };
}

function batchResult(settled: readonly Planned[], refused: number[]): BatchResult {
  const count = (is: (line: Planned) => boolean) => settled.filter(is).length;
  return {
    inserted: count(({ step }) => step.kind === "new"),
    changed: count(isMoved),
    same: count(({ step }) => step.kind === "same"),
    changes: settled.flatMap(({ step, line, data }) =>
      step.kind === "different" ? [listed(step, line, data)] : [],
    ),
    refused,
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
