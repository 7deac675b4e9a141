import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { payments } from "./payment";
import { providers } from "./provider";
import { requests } from "./request";

/**
 * An account at a bank into which the caja pays a provider; its holder is the provider. Never edited: another account
 * is another row. It came with a request, which a reviewer approves, or was proposed by somebody of the caja, which a
 * second person approves.
 */
export const bankAccounts = pgTable(
  "bank_account",
  {
    /** Given by the server, since the number is sealed to it. */
    id: uuid().primaryKey(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** The request that it came with; null for one that the caja proposed. */
    requestId: uuid("request_id").references(() => requests.id),
    /** Its code in the list of banks (model/bank.ts). */
    bank: text().notNull(),
    kind: text({ enum: ["savings", "current"] }).notNull(),
    numberSealed: bytea("number_sealed").notNull(),
    lastFour: text("last_four").notNull(),
    /** `requested` waits with its request, `proposed` for a second person; `current` is paid into. */
    state: text({ enum: ["requested", "proposed", "current", "replaced", "refused"] }).notNull(),
    proposedAt: moment("proposed_at").notNull().defaultNow(),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => persons.id),
    /** Why the caja proposed it. */
    reason: text(),
    decidedAt: moment("decided_at"),
    decidedBy: uuid("decided_by").references(() => persons.id),
    /** Why it was refused. */
    decision: text(),
  },
  (table) => [
    uniqueIndex("bank_account_current").on(table.providerId).where(sql`${table.state} = 'current'`),
    uniqueIndex("bank_account_proposed").on(table.providerId).where(sql`${table.state} = 'proposed'`),
    uniqueIndex("bank_account_requested").on(table.requestId).where(sql`${table.state} = 'requested'`),
    index("bank_account_provider").on(table.providerId),
    check("bank_account_kinds", sql`${table.kind} in ('savings', 'current')`),
    check(
      "bank_account_states",
      sql`${table.state} in ('requested', 'proposed', 'current', 'replaced', 'refused')`,
    ),
    check("bank_account_bank", sql`${table.bank} ~ '^[0-9]{4}$'`),
    check("bank_account_last_four", sql`${table.lastFour} ~ '^[0-9]{4}$'`),
    check(
      "bank_account_second_person",
      sql`${table.state} not in ('current', 'replaced') or ${table.decidedBy} <> ${table.proposedBy}`,
    ),
    check(
      "bank_account_decided",
      sql`${table.state} not in ('current', 'replaced') or ${table.decidedBy} is not null`,
    ),
    check("bank_account_reason", sql`${table.requestId} is not null or ${table.reason} is not null`),
  ],
);

/** Into which account a run pays each provider: as it was when the run was made, and when it was approved. */
export const paymentAccounts = pgTable(
  "payment_account",
  {
    paymentId: uuid("payment_id")
      .notNull()
      .references(() => payments.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** Null where the provider had none. */
    madeWith: uuid("made_with").references(() => bankAccounts.id),
    paidTo: uuid("paid_to").references(() => bankAccounts.id),
  },
  (table) => [primaryKey({ columns: [table.paymentId, table.providerId] })],
);
