import { orderColumnsOf } from "@/domain/order/order-columns";
import { coreUse, orderFields } from "@/model/order-field";
import type { ComparedField, KnownOrder } from "./plan";
import type { OrderData } from "./row";

/** The header under which a field stands in the core's files. */
export const columnOf = (field: ComparedField) =>
  field === "coreUsedOn" ? coreUse.header : orderFields[field].header;

/** The update of a known order, for `import_order_batch`: the fields that the plan applies, and no other. */
export function changedRow(
  { line, data, apply }: { line: number; data: OrderData; apply: readonly ComparedField[] },
  known: KnownOrder,
  { id, version }: { id: string; version: string },
) {
  const { state, coreUsedOn, ...changes } = Object.fromEntries(
    apply.map((field) => [field, data[field]]),
  ) as Partial<Pick<OrderData, ComparedField>>;
  // What is told of an order in review goes on from what the core said of it before.
  const stays = (known.state === "blocked" ? known.coreSaid : null) ?? known.state;
  return {
    id,
    version,
    state_was: known.state,
    state: state ?? stays,
    value: changes.value ?? known.value,
    valid_until: changes.validUntil ?? known.validUntil,
    core_used_on: coreUsedOn ?? known.coreUsedOn,
    fields: apply.map(columnOf),
    line,
    data: orderColumnsOf(id, changes),
  };
}
