import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { mapTexts, orderFields } from "@/model/order-field";
import { orderStates } from "@/model/order-state";
import { persons } from "./account";
import { orderKinds } from "./order-kind";

/** A text that may be left empty is so in orders from before its column. */
const textColumn = ({ column, text: { least } }: { column: string; text: { least: number } }) => {
  const filled = text(column).notNull();
  return least === 0 ? filled.default("") : filled;
};

/**
 * An order. Its key is kind + normalised number; the affiliate's ID is a check factor, never the key. ID number
 * and name are encrypted by the application. db/functions/order.sql enforces the transitions.
 */
export const orders = pgTable(
  "order",
  {
    id: uuid().primaryKey(),
    kindCode: text("kind_code")
      .notNull()
      .references(() => orderKinds.code),
    /** Under which rules of its kind it was issued (order_kind_version). Null is a draft, or the first version. */
    kindVersion: smallint("kind_version"),
    /** As printed, leading zeros kept. A draft has none yet. */
    number: text(),
    /** As compared: trimmed, upper case, without leading zeros. */
    numberKey: text("number_key"),
    affiliateIdKind: text("affiliate_id_kind").notNull(),
    affiliateIdSealed: bytea("affiliate_id_sealed").notNull(),
    /** HMAC of the normalised ID number, without its type: the counter is not asked for the type. */
    affiliateIdIndex: bytea("affiliate_id_index").notNull(),
    affiliateNameSealed: bytea("affiliate_name_sealed").notNull(),
    /** Whole pesos. */
    value: bigint({ mode: "number" }).notNull(),
    /** What is left of the value: value less the net uses of the ledger. */
    balance: bigint({ mode: "number" }).notNull(),
    ...mapTexts((name) => textColumn(orderFields[name])),
    /** First day it is valid (FECHA). */
    issuedOn: date("issued_on").notNull(),
    /** Last day it is valid, to its end in America/Bogota (VENCE). */
    validUntil: date("valid_until").notNull(),
    /** The only provider that may take it; null is any with a convenio. */
    providerNit: text("provider_nit"),
    state: text({ enum: orderStates }).notNull(),
    /** The state to which an order returns after a review, or when the core reverts its own change. */
    stateBefore: text("state_before", { enum: ["issued", "delivered"] }),
    /** The state that the core sent during a review; it takes effect when the review ends. */
    coreSaid: text("core_said", { enum: ["annulled", "used"] }),
    /** The day on which the core used it; null where its file does not say. */
    coreUsedOn: date("core_used_on"),
    stateChangedAt: moment("state_changed_at").notNull().defaultNow(),
    /**
     * The person of the caja who annulled it permanently; null for an annulled order means the core, which may
     * restore it.
     */
    voidedBy: uuid("voided_by").references(() => persons.id),
    /** Made here by whom; null came in a file. */
    draftedBy: uuid("drafted_by").references(() => persons.id),
    /** When a draft above the limit was handed to a second person, and who approved it. */
    approvalAskedAt: moment("approval_asked_at"),
    approvedBy: uuid("approved_by").references(() => persons.id),
    /** The replacement of this order, whose paper was lost. */
    replacedBy: uuid("replaced_by"),
    /** The replaced order to which what was taken back of its uses could not return; this one is worth that. */
    givesBack: uuid("gives_back"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("order_kind_number").on(table.kindCode, table.numberKey),
    index("order_affiliate").on(table.affiliateIdIndex),
    index("order_updated").on(table.updatedAt),
    // Lists scan up to 30,000 orders (db/queries/order-list.ts). These covering indexes include what they
    // count, filter and sort by, so that the table is not read.
    index("order_list")
      .on(table.issuedOn, table.id, table.value, table.validUntil, table.kindCode, table.numberKey)
      .concurrently(),
    index("order_list_of_state")
      .on(
        table.state,
        table.issuedOn,
        table.id,
        table.value,
        table.validUntil,
        table.kindCode,
        table.office,
        table.balance,
      )
      .concurrently(),
    index("order_list_of_provider")
      .on(
        table.providerNit,
        table.issuedOn,
        table.id,
        table.value,
        table.state,
        table.validUntil,
        table.kindCode,
        table.numberKey,
        table.balance,
      )
      .where(sql`${table.providerNit} is not null`)
      .concurrently(),
    // Those issued here that may wait for their paper (db/queries/print.ts).
    index("order_issued_here")
      .on(table.issuedOn, table.id, table.validUntil, table.kindCode, table.office, table.draftedBy)
      .where(sql`${table.state} = 'issued' and ${table.draftedBy} is not null`)
      .concurrently(),
    index("order_drafts").on(table.createdAt).where(sql`${table.state} = 'draft'`),
    uniqueIndex("order_replacement").on(table.replacedBy),
    index("order_changed").on(table.stateChangedAt),
    // What was left of those that expired and of those that were annulled in some days (caja_today.sql).
    index("order_left_at_expiry")
      .on(table.validUntil, table.balance)
      .where(sql`${table.state} in ('issued', 'delivered')`)
      .concurrently(),
    index("order_left_when_annulled")
      .on(table.stateChangedAt, table.balance)
      .where(sql`${table.state} = 'annulled' and ${table.numberKey} is not null`)
      .concurrently(),
    // Which names of a kind are still on papers.
    index("order_kind_days")
      .on(table.kindCode, sql`coalesce(${table.kindVersion}, 1)`, table.validUntil)
      .where(sql`${table.numberKey} is not null`)
      .concurrently(),
    foreignKey({ name: "order_replaced_by", columns: [table.replacedBy], foreignColumns: [table.id] }),
    foreignKey({ name: "order_gives_back", columns: [table.givesBack], foreignColumns: [table.id] }),
    check("order_value_positive", sql`${table.value} > 0`),
    check("order_period", sql`${table.validUntil} >= ${table.issuedOn}`),
    check(
      "order_state",
      sql`${table.state} in ('draft', 'issued', 'delivered', 'used', 'annulled', 'blocked', 'replaced')`,
    ),
    check("order_balance", sql`${table.balance} between 0 and ${table.value}`),
    check("order_used_is_spent", sql`(${table.state} = 'used') = (${table.balance} = 0)`),
    // What was used in part may be annulled too: what is left then goes to nobody.
    check("order_draft_untouched", sql`${table.state} <> 'draft' or ${table.balance} = ${table.value}`),
    check("order_voided", sql`${table.voidedBy} is null or ${table.state} = 'annulled'`),
    check("order_second_person", sql`${table.approvedBy} <> ${table.draftedBy}`),
    check("order_replaced", sql`(${table.state} = 'replaced') = (${table.replacedBy} is not null)`),
    check("order_blocked", sql`${table.state} <> 'blocked' or ${table.stateBefore} is not null`),
    check(
      "order_state_before",
      sql`${table.stateBefore} is null or ${table.state} in ('blocked', 'used', 'annulled')`,
    ),
    check(
      "order_core_said",
      sql`${table.coreSaid} is null or (${table.state} = 'blocked' and ${table.coreSaid} in ('annulled', 'used'))`,
    ),
    // A discarded draft is an annulled order that never got a number.
    check(
      "order_numbered",
      sql`(${table.number} is null) = (${table.numberKey} is null)
        and (${table.number} is not null or ${table.state} in ('draft', 'annulled'))
        and (${table.number} is null or ${table.state} <> 'draft')`,
    ),
    check(
      "order_number_key",
      sql`${table.numberKey} <> '' and ${table.numberKey} = upper(${table.numberKey})`,
    ),
  ],
);
