import { sql } from "drizzle-orm";
import { bigint, check, date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { orders } from "./order";

/**
 * Amounts that were issued, replaced, extended or returned in a new order, by whom and approved by whom. The
 * day's sums of a person and of an affiliate are computed from these rows (db/functions/order_kind.sql).
 */
export const orderActions = pgTable(
  "order_deed",
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    action: text("deed", { enum: ["issue", "replace", "extend", "give_back"] }).notNull(),
    kindCode: text("kind_code").notNull(),
    affiliateIdIndex: bytea("affiliate_id_index").notNull(),
    /** Whole pesos that can be used because of it. */
    amount: bigint({ mode: "number" }).notNull(),
    doneBy: uuid("done_by")
      .notNull()
      .references(() => persons.id),
    /** The second person; null is one person alone. */
    approvedBy: uuid("approved_by").references(() => persons.id),
    doneAt: moment("done_at").notNull().defaultNow(),
  },
  (table) => [
    index("order_deed_person").on(table.doneBy, table.doneAt),
    index("order_deed_affiliate").on(table.affiliateIdIndex, table.doneAt),
    index("order_deed_order").on(table.orderId),
    check("order_deed_kind", sql`${table.action} in ('issue', 'replace', 'extend', 'give_back')`),
    check("order_deed_amount", sql`${table.amount} > 0`),
    check("order_deed_second_person", sql`${table.approvedBy} <> ${table.doneBy}`),
  ],
);

/** An extension or replacement that waits for a second person. */
export const orderChanges = pgTable(
  "order_change",
  {
    id: uuid().primaryKey().defaultRandom(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    action: text("deed", { enum: ["extend", "replace"] }).notNull(),
    /** The order as it was when it was asked for: one that has changed since is not approved unseen. */
    orderVersion: moment("order_version").notNull(),
    /** The last day that an extension asks for. */
    validUntil: date("valid_until"),
    reason: text().notNull(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => persons.id),
    askedAt: moment("asked_at").notNull().defaultNow(),
    state: text({ enum: ["waiting", "approved", "sent_back", "lapsed"] })
      .notNull()
      .default("waiting"),
    decidedBy: uuid("decided_by").references(() => persons.id),
    decidedAt: moment("decided_at"),
    /** Why it was sent back. */
    note: text(),
  },
  (table) => [
    uniqueIndex("order_change_waiting").on(table.orderId).where(sql`${table.state} = 'waiting'`),
    index("order_change_order").on(table.orderId, table.askedAt),
    check("order_change_deed", sql`${table.action} in ('extend', 'replace')`),
    check("order_change_state", sql`${table.state} in ('waiting', 'approved', 'sent_back', 'lapsed')`),
    check("order_change_day", sql`(${table.action} = 'extend') = (${table.validUntil} is not null)`),
    check(
      "order_change_second_person",
      sql`${table.state} <> 'approved' or (${table.decidedBy} is not null and ${table.decidedBy} <> ${table.askedBy})`,
    ),
  ],
);

/** Why an affiliate gets the same again: said before the order gets its number. */
export const orderRepeats = pgTable("order_repeat", {
  orderId: uuid("order_id")
    .primaryKey()
    .references(() => orders.id),
  /** The newest order that says the same. */
  repeats: uuid()
    .notNull()
    .references(() => orders.id),
  reason: text().notNull(),
  saidBy: uuid("said_by")
    .notNull()
    .references(() => persons.id),
  saidAt: moment("said_at").notNull().defaultNow(),
});
