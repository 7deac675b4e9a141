import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { orders } from "./order";

/**
 * Keys that sign orders. The private half is sealed by the application with a key that the database never
 * sees, and only the caja's role may read that column.
 */
export const orderKeys = pgTable(
  "order_key",
  {
    /** Its number in the code on the paper, 1 to 255. */
    id: smallint().primaryKey(),
    state: text({ enum: ["next", "active", "retired", "revoked"] }).notNull(),
    publicKey: bytea("public_key").notNull(),
    privateSealed: bytea("private_sealed").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    activatedAt: moment("activated_at"),
    retiredAt: moment("retired_at"),
    /** Out of the published list: its orders need the caja's own answer. */
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("order_key_one_active").on(table.state).where(sql`${table.state} in ('next', 'active')`),
    check("order_key_id", sql`${table.id} between 1 and 255`),
    check("order_key_state", sql`${table.state} in ('next', 'active', 'retired', 'revoked')`),
    check("order_key_public", sql`length(${table.publicKey}) = 32`),
  ],
);

/** What is printed on an order's newest paper: the signed code and the check code. Made at its first printing. */
export const orderCodes = pgTable(
  "order_code",
  {
    orderId: uuid("order_id")
      .primaryKey()
      .references(() => orders.id),
    /** Random, not the number: how the code on the paper finds the order. */
    codeId: bytea("code_id").notNull(),
    keyId: smallint("key_id")
      .notNull()
      .references(() => orderKeys.id),
    /** The whole signed code, 92 bytes. */
    code: bytea().notNull(),
    checkSealed: bytea("check_sealed").notNull(),
    /** Keyed digest of order and check code. */
    checkIndex: bytea("check_index").notNull(),
    /** Of this code and the last four of the affiliate's ID (domain/order-code/tail-index.ts): typed after the code was read. */
    tailIndex: bytea("tail_index").notNull(),
    signedAt: moment("signed_at").notNull().defaultNow(),
    prints: integer().notNull().default(0),
    printedAt: moment("printed_at"),
  },
  (table) => [
    uniqueIndex("order_code_id").on(table.codeId),
    index("order_code_key").on(table.keyId),
    // Asked of each order of a list: whether it was printed, without reading the code.
    index("order_code_printed").on(table.orderId).where(sql`${table.prints} > 0`).concurrently(),
    check("order_code_id_length", sql`length(${table.codeId}) = 8`),
    check("order_code_length", sql`length(${table.code}) = 92`),
  ],
);

/**
 * Codes of earlier papers of an order, which was printed again after an extension, a correction or the
 * revocation of a key. They are genuine; their answer says that there is a newer paper.
 */
export const supersededCodes = pgTable(
  "superseded_code",
  {
    codeId: bytea("code_id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    keyId: smallint("key_id")
      .notNull()
      .references(() => orderKeys.id),
    code: bytea().notNull(),
    checkIndex: bytea("check_index").notNull(),
    tailIndex: bytea("tail_index").notNull(),
    signedAt: moment("signed_at").notNull(),
    supersededAt: moment("superseded_at").notNull(),
  },
  (table) => [
    index("superseded_code_order").on(table.orderId),
    check("superseded_code_id_length", sql`length(${table.codeId}) = 8`),
    check("superseded_code_length", sql`length(${table.code}) = 92`),
  ],
);
