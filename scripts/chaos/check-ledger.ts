import type postgres from "postgres";
import type { Ticket } from "./tickets";
import type { UseResult } from "./use-form";

/** One counter's whole attempt to use one order: every post had the same idempotency key. */
export type Attempt = {
  ticket: Ticket;
  key: string;
  posts: number;
  result: Exclude<UseResult, { kind: "nothing" }>;
};

export type Verdict = { uses: number; faults: Record<string, number> };

type Row = { id: string; order_id: string; provider_id: string; key: string };

/** Compares the ledger with the answers that the counters got. Every number except the uses must be zero. */
export async function checkHistory(owner: postgres.Sql, attempts: readonly Attempt[]): Promise<Verdict> {
  const rows = await owner<Row[]>`select u.id, u.order_id, u.provider_id, u.key from order_use u
    join provider v on v.id = u.provider_id where v.legal_name like 'Comercio %' and u.kind = 'use'`;
  const byOrder = new Map<string, number>();
  for (const { order_id } of rows) byOrder.set(order_id, (byOrder.get(order_id) ?? 0) + 1);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = new Map(attempts.map((attempt) => [attempt.key, attempt]));
  const [state] = await owner<{ apart: number }[]>`select count(*)::int as apart from "order" o
    where o.number like 'X%' and (o.state = 'used') <> exists (select from order_use u where u.order_id = o.id)`;
  const [events] = await owner<{ apart: number }[]>`select abs(
    (select count(*) from audit_event where action = 'order.used' and channel = 'web')
    - (select count(*) from order_use where provider_id is not null and kind = 'use'))::int as apart`;
  const receipts = attempts.flatMap(({ result, ticket, key }) =>
    result.kind === "receipt" ? [{ row: byId.get(result.useId), ticket, key }] : [],
  );
  const refused = attempts.filter(({ result }) => result.kind === "refused");
  return {
    uses: rows.length,
    faults: {
      "órdenes usadas dos veces": [...byOrder.values()].filter((uses) => uses > 1).length,
      "usos confirmados que faltan": receipts.filter(({ row }) => !row).length,
      "recibos de otro uso": receipts.filter(
        ({ row, ticket, key }) => row && (row.key !== key || row.order_id !== ticket.orderId),
      ).length,
      "usos que nadie pidió": rows.filter(({ key }) => !byKey.has(key)).length,
      "usos negados a quien los hizo": rows.filter(({ key }) => byKey.get(key)?.result.kind === "refused")
        .length,
      "negados sin que otro la usara": refused.filter(({ ticket }) => !byOrder.has(ticket.orderId)).length,
      "estado y uso distintos": state?.apart ?? -1,
      "usos y bitácora distintos": events?.apart ?? -1,
    },
  };
}
