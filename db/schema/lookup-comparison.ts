import { sql } from "drizzle-orm";
import { bigint, check, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { persons } from "./account";
import { lookups } from "./lookup";

/**
 * Comparison of a look-up's order with the paper, one row per look-up. A result is final
 * (db/functions/lookup_comparison.sql).
 */
export const comparisons = pgTable(
  "comparison",
  {
    lookupId: uuid("lookup_id")
      .primaryKey()
      .references(() => lookups.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    /** Whether the order was shown whole, or its value typed first. */
    mode: text({ enum: ["show", "type"] }).notNull(),
    /** Values typed that were not the order's. */
    misses: smallint().notNull().default(0),
    /** Null while another try is left. */
    result: text({ enum: ["equal", "different", "unreadable"] }),
    differing: text().array().notNull().default(sql`'{}'`),
    /** Whole pesos that the paper says, as typed last. */
    paperValue: bigint("paper_value", { mode: "number" }),
    /** Whole pesos of the order that the paper was compared with. Null: before there was this column. */
    value: bigint({ mode: "number" }),
    balance: bigint({ mode: "number" }),
    /** Why the paper could not be read. */
    reason: text(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    check("comparison_mode", sql`${table.mode} in ('show', 'type')`),
    check("comparison_result", sql`${table.result} in ('equal', 'different', 'unreadable')`),
    check("comparison_differing", sql`${table.differing} <@ array['value', 'holder', 'paper']`),
    check(
      "comparison_differs",
      sql`${table.result} is null or (${table.result} = 'different') = (cardinality(${table.differing}) > 0)`,
    ),
    check("comparison_reason", sql`(${table.result} = 'unreadable') is not true or ${table.reason} <> ''`),
  ],
);
