import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
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
import { providers } from "./provider";
import { orderUses } from "./use";

/**
 * A payment run: uses of many providers that are paid together, made by one person and approved by another. Never
 * edited: a mistake is reversed by an entry of its own, which a second person approves too.
 */
export const payments = pgTable(
  "payment",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Its number, with the year that it was made in before it. */
    serial: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
    kind: text({ enum: ["payment", "reversal"] }).notNull(),
    /** The payment whose uses a reversal returns to be paid again, and why. */
    reverses: uuid().references((): AnyPgColumn => payments.id),
    reason: text(),
    /** The day on which the bank pays, and the bank's reference. */
    payOn: date("pay_on").notNull(),
    reference: text().notNull(),
    providers: integer().notNull(),
    uses: integer().notNull(),
    /** Whole pesos. */
    amount: bigint({ mode: "number" }).notNull(),
    state: text({ enum: ["pending", "approved", "returned"] }).notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => persons.id),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by").references(() => persons.id),
    /** Why it was returned. */
    decision: text(),
    /** Idempotency key of the form that made it. */
    key: uuid().notNull().unique(),
  },
  (table) => [
    index("payment_state").on(table.state, table.serial),
    index("payment_reverses").on(table.reverses),
    check("payment_kinds", sql`${table.kind} in ('payment', 'reversal')`),
    check("payment_states", sql`${table.state} in ('pending', 'approved', 'returned')`),
    check("payment_sum", sql`${table.amount} > 0 and ${table.uses} > 0 and ${table.providers} > 0`),
    check(
      "payment_reversal",
      sql`(${table.kind} = 'reversal') = (${table.reverses} is not null) and (${table.kind} = 'reversal') = (${table.reason} is not null)`,
    ),
    check(
      "payment_decided",
      sql`(${table.state} = 'pending') = (${table.decidedAt} is null) and (${table.decidedAt} is null) = (${table.decidedBy} is null)`,
    ),
    check("payment_returned", sql`(${table.state} = 'returned') = (${table.decision} is not null)`),
    check(
      "payment_second_person",
      sql`${table.state} <> 'approved' or ${table.decidedBy} <> ${table.madeBy}`,
    ),
  ],
);

/** The uses of a payment run, as they were charged when it was made. */
export const paymentUses = pgTable(
  "payment_use",
  {
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => payments.id),
    useId: uuid("use_id")
      .notNull()
      .references(() => orderUses.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    invoice: text().notNull(),
    cufe: text().notNull(),
    /** What the invoice says, and what the use is; both in whole pesos. */
    invoiceValue: bigint("invoice_value", { mode: "number" }),
    amount: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.paymentId, table.useId] }),
    index("payment_use_use").on(table.useId),
    check("payment_use_amount", sql`${table.amount} > 0`),
  ],
);
