import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type TodayFigures = {
  toDecide: number;
  returned: number;
  /** Reports that wait for the caja, and uses that providers ask to take back. */
  reports: number;
  undos: number;
  orders: number;
  /** There are too many to count them for this page: what the planner believes, within some percent. */
  ordersEstimated: boolean;
  lookupsToday: number;
  /** When the newest file of orders came in; null before the first. */
  ordersImportedAt: Date | null;
};

type Row = {
  to_decide: number;
  returned: number;
  reports: number;
  undos: number;
  orders: number;
  orders_estimate: number;
  lookups_today: number;
  imported_at: string | null;
};

/** Up to so many orders are counted. */
const COUNTED = 10_000;

/** What waits today, and how much there is; "today" is Bogotá's day by the database's clock. */
export async function readFigures(db: Database): Promise<TodayFigures> {
  const [row] = await db.execute<Row>(sql`select
    (select count(*)::int from request where state = 'submitted') as to_decide,
    (select count(*)::int from request where state = 'returned') as returned,
    (select count(*)::int from report where decided_at is null) as reports,
    (select count(*)::int from undo_request r where r.decided_at is null
      and not exists (select from order_use back where back.undoes = r.use_id)) as undos,
    (select count(*)::int from (select from "order" where number is not null limit ${COUNTED + 1}) counted) as orders,
    (select reltuples::int from pg_class where oid = '"order"'::regclass) as orders_estimate,
    (select count(*)::int from lookup
      where asked_at >= bogota_start(bogota_today())) as lookups_today,
    (select max(finished_at) from import_run where subject = 'orders' and state = 'finished') as imported_at`);
  if (!row) throw new Error("figures answered nothing");
  return {
    toDecide: row.to_decide,
    returned: row.returned,
    reports: row.reports,
    undos: row.undos,
    orders: row.orders > COUNTED ? Math.max(row.orders, row.orders_estimate) : row.orders,
    ordersEstimated: row.orders > COUNTED,
    lookupsToday: row.lookups_today,
    ordersImportedAt: row.imported_at ? new Date(row.imported_at) : null,
  };
}
