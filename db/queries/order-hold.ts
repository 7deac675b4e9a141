import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { orderHolds } from "@/db/schema/order-hold";
import { reports } from "@/db/schema/report";

/** Why an order is in review now, the oldest reason first: a report's, with its folio, or a person's. */
export function listHolds(db: Database, orderId: string) {
  return db
    .select({
      id: orderHolds.id,
      reason: orderHolds.reason,
      placedAt: orderHolds.placedAt,
      person: persons.name,
      /** The report that holds it; null: a person of the caja. */
      folio: reports.folio,
      /** That report waits for its answer. */
      reportOpen: sql<boolean>`${reports.id} is not null and ${reports.decidedAt} is null and ${reports.withdrawnAt} is null`,
    })
    .from(orderHolds)
    .innerJoin(persons, eq(persons.id, orderHolds.placedBy))
    .leftJoin(reports, eq(reports.id, orderHolds.reportId))
    .where(and(eq(orderHolds.orderId, orderId), isNull(orderHolds.releasedAt)))
    .orderBy(asc(orderHolds.placedAt), asc(orderHolds.id));
}
export type Hold = Awaited<ReturnType<typeof listHolds>>[number];
