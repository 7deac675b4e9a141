import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { persons } from "./account";
import { orders } from "./order";
import { reports } from "./report";

/**
 * Holds of an order in review, each by a report or by a person of the caja. The order is in review while one is
 * open, and each ends separately (db/functions/order.sql).
 */
export const orderHolds = pgTable(
  "order_hold",
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    /** The report that holds it; null: a person of the caja does. */
    reportId: uuid("report_id").references(() => reports.id),
    placedBy: uuid("placed_by")
      .notNull()
      .references(() => persons.id),
    placedAt: moment("placed_at").notNull().defaultNow(),
    /** The person's words, or the report's folio. */
    reason: text().notNull(),
    releasedBy: uuid("released_by").references(() => persons.id),
    releasedAt: moment("released_at"),
    releaseReason: text("release_reason"),
  },
  (table) => [
    index("order_hold_standing").on(table.orderId).where(sql`${table.releasedAt} is null`),
    uniqueIndex("order_hold_report").on(table.reportId),
    check("order_hold_reason", sql`${table.reason} <> ''`),
    check(
      "order_hold_released",
      sql`(${table.releasedAt} is null) = (${table.releasedBy} is null)
        and (${table.releasedAt} is null) = (${table.releaseReason} is null)`,
    ),
  ],
);
