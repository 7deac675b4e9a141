import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { persons } from "./account";
import { counters } from "./branch";
import { lookups } from "./lookup";
import { orders } from "./order";
import { providers } from "./provider";

/**
 * The ledger of uses and reversals, append-only. The same statement updates the order's balance;
 * db/functions/order.sql checks that both match.
 */
export const orderUses = pgTable(
  "order_use",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Part of the receipt's number, U-2026-000001; may have gaps. */
    serial: bigint({ mode: "number" }).generatedByDefaultAsIdentity(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    kind: text({ enum: ["use", "undo"] }).notNull(),
    /** Whole pesos; a use takes them from the balance, an undo gives them back. */
    amount: bigint({ mode: "number" }).notNull(),
    /** What the order had left after this entry. */
    balance: bigint({ mode: "number" }).notNull(),
    /** Null: the caja's core system used it. */
    providerId: uuid("provider_id").references(() => providers.id),
    personId: uuid("person_id").references(() => persons.id),
    counterId: uuid("counter_id").references(() => counters.id),
    /** The look-up that led to the use. */
    lookupId: uuid("lookup_id").references(() => lookups.id),
    /** The provider's own invoice number, if it gave one. */
    invoice: text(),
    /** Idempotency key, made when the counter's page was rendered. */
    key: uuid().notNull(),
    /** The use that an undo is against. */
    undoes: uuid(),
    reason: text(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("order_use_serial").on(table.serial),
    uniqueIndex("order_use_key").on(table.providerId, table.key),
    uniqueIndex("order_use_undone_once").on(table.undoes),
    index("order_use_order").on(table.orderId),
    // What a provider's days are counted by, whatever is asked of them.
    index("order_use_history")
      .on(table.providerId, table.at, table.kind, table.amount, table.personId, table.counterId)
      .concurrently(),
    index("order_use_at").on(table.at).concurrently(),
    foreignKey({ name: "order_use_undoes", columns: [table.undoes], foreignColumns: [table.id] }),
    check("order_use_amount", sql`${table.amount} > 0`),
    check("order_use_balance", sql`${table.balance} >= 0`),
    check("order_use_kind", sql`${table.kind} in ('use', 'undo')`),
    check("order_use_undo", sql`(${table.kind} = 'undo') = (${table.undoes} is not null)`),
    check("order_use_reason", sql`${table.kind} = 'use' or ${table.reason} <> ''`),
  ],
);

/**
 * Idempotency keys that were reported as unused (db/functions/use_claim.sql): a late request with one of them
 * is refused.
 */
export const closedUseKeys = pgTable(
  "closed_use_key",
  {
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    key: uuid().notNull(),
    closedAt: moment("closed_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.key] }),
    index("closed_use_key_at").on(table.closedAt),
  ],
);

/** A counter's claim on an order between answer and use, for kinds that require it. One row per order. */
export const orderClaims = pgTable("order_claim", {
  orderId: uuid("order_id")
    .primaryKey()
    .references(() => orders.id),
  providerId: uuid("provider_id")
    .notNull()
    .references(() => providers.id),
  personId: uuid("person_id")
    .notNull()
    .references(() => persons.id),
  lookupId: uuid("lookup_id")
    .notNull()
    .references(() => lookups.id),
  claimedAt: moment("claimed_at").notNull().defaultNow(),
  until: moment("until").notNull(),
});
