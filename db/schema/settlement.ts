import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { persons } from "./account";
import { payments } from "./payment";
import { providers } from "./provider";
import { orderUses } from "./use";

/**
 * An electronic invoice that charges uses: one number of a provider has one CUFE, and a CUFE is of one invoice. Gone
 * with the last use that it charges (db/functions/settlement.sql).
 */
export const invoices = pgTable(
  "invoice",
  {
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** Its number as it is compared: prefix, hyphen, number without zeros before it (`invoice_key`). */
    numberKey: text("number_key").notNull(),
    cufe: text().notNull().unique(),
    /** What it charges in whole pesos, as its paper says; null for one from before the value was asked for. */
    value: bigint({ mode: "number" }),
    /**
     * What can be paid of it now: how many uses, their sum in whole pesos, the first and the last of them. Kept by
     * triggers, so that the page that makes a payment run reads no use (db/functions/settlement_invoice.sql).
     */
    payableUses: integer("payable_uses").notNull().default(0),
    payableAmount: bigint("payable_amount", { mode: "number" }).notNull().default(0),
    payableFrom: moment("payable_from"),
    payableTo: moment("payable_to"),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.numberKey] }),
    index("invoice_payable").on(table.cufe).where(sql`${table.payableUses} > 0`).concurrently(),
    // A caller says the number of an invoice, not whose it is.
    index("invoice_of_number").on(table.numberKey).concurrently(),
    check("invoice_number", sql`${table.numberKey} <> ''`),
    check("invoice_cufe", sql`${table.cufe} ~ '^[0-9a-f]{96}$'`),
    check("invoice_value", sql`${table.value} > 0`),
  ],
);

/** How far a use is on its way to being paid; no row: the caja has not looked at it. */
export const settlements = pgTable(
  "settlement",
  {
    useId: uuid("use_id")
      .primaryKey()
      .references(() => orderUses.id),
    state: text({ enum: ["legalized", "invoiced", "paid", "objected"] }).notNull(),
    /** The provider's electronic invoice that charges it, and its CUFE. */
    invoice: text(),
    cufe: text(),
    objection: text(),
    /** Who legalised it last: they never approve its payment. */
    legalizedBy: uuid("legalized_by").references(() => persons.id),
    /** The payment run that it is in, waiting or paid (db/functions/payment.sql). */
    paymentId: uuid("payment_id").references(() => payments.id),
    changedAt: moment("changed_at").notNull(),
    changedBy: uuid("changed_by")
      .notNull()
      .references(() => persons.id),
  },
  (table) => [
    index("settlement_state").on(table.state),
    index("settlement_cufe").on(table.cufe).where(sql`${table.cufe} is not null`).concurrently(),
    index("settlement_payment").on(table.paymentId).where(sql`${table.paymentId} is not null`),
    check("settlement_in_payment", sql`${table.paymentId} is null or ${table.state} in ('invoiced', 'paid')`),
    check("settlement_states", sql`${table.state} in ('legalized', 'invoiced', 'paid', 'objected')`),
    check("settlement_cufe", sql`${table.cufe} ~ '^[0-9a-f]{96}$'`),
    check(
      "settlement_invoiced",
      sql`${table.state} not in ('invoiced', 'paid') or (${table.invoice} <> '' and ${table.cufe} is not null)`,
    ),
    check("settlement_objected", sql`(${table.state} = 'objected') = (${table.objection} is not null)`),
  ],
);

/**
 * Number and amount of a provider's uses by day and state, as rows to be summed: each write to the ledger
 * appends its difference (db/functions/settlement_sum.sql). Without foreign keys, because only triggers of
 * tables that have them write here.
 */
export const settlementSums = pgTable(
  "settlement_sum",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    providerId: uuid("provider_id").notNull(),
    /** Of Bogotá, on which the use was made. */
    day: date().notNull(),
    branchId: uuid("branch_id"),
    state: text().notNull(),
    /** Below zero where uses left the state. */
    uses: integer().notNull(),
    /** Whole pesos. */
    amount: bigint({ mode: "number" }).notNull(),
    /** Joined by the job already; it looks for the others. */
    merged: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.providerId, table.day, table.id] }),
    // What the sums of all providers are made of.
    index("settlement_sum_days").on(table.day, table.providerId, table.state, table.uses, table.amount),
    index("settlement_sum_fresh").on(table.providerId, table.day).where(sql`not ${table.merged}`),
    check(
      "settlement_sum_states",
      sql`${table.state} in ('open', 'legalized', 'invoiced', 'paid', 'objected')`,
    ),
  ],
);
