import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";

/**
 * Keys that sign what the caja gives to providers: proofs, receipts, the list for phones without internet. Not
 * the keys of orders: who could sign a receipt could not make an order.
 */
export const receiptKeys = pgTable(
  "receipt_key",
  {
    id: smallint().primaryKey(),
    state: text({ enum: ["active", "retired"] }).notNull(),
    publicKey: bytea("public_key").notNull(),
    /** Empty: the number may have been given after a copy that was restored; nobody has the halves of its key. */
    privateSealed: bytea("private_sealed").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    retiredAt: moment("retired_at"),
  },
  (table) => [
    uniqueIndex("receipt_key_one_active").on(table.state).where(sql`${table.state} = 'active'`),
    check("receipt_key_id", sql`${table.id} between 1 and 255`),
    check("receipt_key_state", sql`${table.state} in ('active', 'retired')`),
    check("receipt_key_public", sql`length(${table.publicKey}) = 32`),
  ],
);
