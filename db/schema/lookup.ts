import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { persons } from "./account";
import { bytea, moment } from "./columns";
import { orders } from "./order";
import { providers } from "./provider";

/** One question of the counter and what came of it. Its id is the opaque address of the answer page. */
export const lookups = pgTable(
  "lookup",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    channel: text({ enum: ["typed"] }).notNull(),
    askedAt: moment("asked_at").notNull().defaultNow(),
    kindCode: text("kind_code").notNull(),
    numberTyped: text("number_typed").notNull(),
    idIndex: bytea("id_index").notNull(),
    /** What was typed as Nit / Cédula, sealed; forgotten after a day. */
    idSealed: bytea("id_sealed"),
    outcome: text().notNull(),
    orderId: uuid("order_id").references(() => orders.id),
    waitUntil: moment("wait_until"),
  },
  (table) => [
    index("lookup_provider").on(table.providerId, table.askedAt),
    index("lookup_order").on(table.orderId),
    check(
      "lookup_outcome",
      sql`${table.outcome} in ('current', 'used', 'annulled', 'expired', 'not_yet', 'other_provider', 'not_found', 'waiting', 'paused')`,
    ),
  ],
);

/** How much of a budget is spent within a window. See domain/lookup/budget.ts. */
export const budgetCounters = pgTable(
  "budget_counter",
  {
    scope: text().notNull(),
    key: text().notNull(),
    windowStart: moment("window_start").notNull(),
    spent: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] })],
);
