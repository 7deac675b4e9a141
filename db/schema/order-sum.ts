import { sql } from "drizzle-orm";
import { bigint, boolean, check, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";

/**
 * Number and value of orders by day and figure, as rows to be summed: each write to an order or to the ledger appends
 * its difference (db/functions/order_sum.sql). A row is of a kind and an office, or else of a provider that alone may
 * take the order. Without foreign keys, because only triggers of tables that have them write here.
 */
export const orderSums = pgTable(
  "order_sum",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Of Bogotá: the first day of what was issued, the last one of what is left, else the day it happened. */
    day: date().notNull(),
    figure: text({ enum: ["issued", "used", "left", "voided"] }).notNull(),
    /** Empty in a row of a provider, as its NIT is in one of a kind. */
    kindCode: text("kind_code").notNull(),
    office: text().notNull(),
    providerNit: text("provider_nit").notNull(),
    /** Below zero where orders left the figure; uses where the figure is of uses. */
    orders: integer().notNull(),
    /** Whole pesos. */
    amount: bigint({ mode: "number" }).notNull(),
    /** Merged by the job already; it looks for the others. */
    merged: boolean().notNull().default(false),
  },
  (table) => [
    index("order_sum_days").on(
      table.day,
      table.kindCode,
      table.office,
      table.providerNit,
      table.figure,
      table.orders,
      table.amount,
    ),
    // Without the rows of providers, which are most of them.
    index("order_sum_kinds")
      .on(table.day, table.kindCode, table.office, table.figure, table.orders, table.amount)
      .where(sql`${table.kindCode} <> ''`)
      .concurrently(),
    index("order_sum_fresh").on(table.day).where(sql`not ${table.merged}`),
    check("order_sum_figures", sql`${table.figure} in ('issued', 'used', 'left', 'voided')`),
    check("order_sum_place", sql`(${table.kindCode} = '') <> (${table.providerNit} = '')`),
  ],
);
