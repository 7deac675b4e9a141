import { and, count, eq, gte, isNotNull, isNull, max, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { waitingReport } from "@/db/queries/report-desk";
import { importRuns } from "@/db/schema/import";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { reports } from "@/db/schema/report";
import { requests } from "@/db/schema/request";
import { orderUses } from "@/db/schema/use";
import { undoRequests } from "@/db/schema/use-undo-request";

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

/** Counts stop at this number, since an exact one would read the whole table. */
const COUNTED = 10_000;

/** What waits today, and how much there is; "today" is Bogotá's day by the database's clock. */
export async function readFigures(db: Database): Promise<TodayFigures> {
  const back = alias(orderUses, "back");
  const undone = db.select({ id: back.id }).from(back).where(eq(back.undoes, undoRequests.useId));
  const numbered = db
    .select({ id: orders.id })
    .from(orders)
    .where(isNotNull(orders.number))
    .limit(COUNTED + 1)
    .as("numbered");
  const known = sql`pg_class where oid = '"order"'::regclass`;
  const [toDecide, returned, waiting, undos, [counted], [estimate], lookupsToday, [imported]] =
    await Promise.all([
      db.$count(requests, eq(requests.state, "submitted")),
      db.$count(requests, eq(requests.state, "returned")),
      db.$count(reports, waitingReport),
      db.$count(undoRequests, and(isNull(undoRequests.decidedAt), notExists(undone))),
      db.select({ orders: count() }).from(numbered),
      db.select({ orders: sql<number>`reltuples::int` }).from(known),
      db.$count(lookups, gte(lookups.askedAt, sql`bogota_start(bogota_today())`)),
      db
        .select({ at: max(importRuns.finishedAt) })
        .from(importRuns)
        .where(and(eq(importRuns.subject, "orders"), eq(importRuns.state, "finished"))),
    ]);
  const all = counted?.orders ?? 0;
  const ordersEstimated = all > COUNTED;
  return {
    toDecide,
    returned,
    reports: waiting,
    undos,
    orders: ordersEstimated ? Math.max(all, estimate?.orders ?? 0) : all,
    ordersEstimated,
    lookupsToday,
    ordersImportedAt: imported?.at ?? null,
  };
}
