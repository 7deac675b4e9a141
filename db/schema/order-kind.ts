import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** Kinds of documents that the caja gives to affiliates ("Tipo Documento" of the look-up form). */
export const orderKinds = pgTable(
  "order_kind",
  {
    /** The code of the caja's core system, TIPODCTO: `AS`. */
    code: text().primaryKey(),
    name: text().notNull(),
    /** Its number in the code on the paper, 1 to 255; never given twice. */
    codeNumber: smallint("code_number").notNull(),
    /** Letters before the numbers that are given here, and how many signs such a number has in all. */
    numberPrefix: text("number_prefix").notNull().default("H"),
    numberLength: smallint("number_length").notNull().default(8),
    /** How the core writes the numbers of this kind, and how many signs they have, zeros in front too. */
    coreDigitsOnly: boolean("core_digits_only").notNull().default(false),
    coreShortest: smallint("core_shortest").notNull().default(1),
    coreLongest: smallint("core_longest").notNull().default(20),
    /** Days from the first to the last, counting both; or the same last day for all. */
    validityDays: smallint("validity_days"),
    validityUntil: date("validity_until"),
    /** A last day that is no working day moves to the next one. */
    toWorkingDay: boolean("to_working_day").notNull().default(false),
    largestValue: bigint("largest_value", { mode: "number" }).notNull(),
    /** From this value on a second person approves; null is never. */
    approvalFrom: bigint("approval_from", { mode: "number" }),
    /** Whether an order names one provider, any, or either. */
    providerRule: text("provider_rule", { enum: ["open", "bound", "either"] })
      .notNull()
      .default("either"),
    shownFields: text("shown_fields").array().notNull().default(sql`'{name,concept,issued_on,office}'`),
    registersUse: boolean("registers_use").notNull().default(true),
    claimFirst: boolean("claim_first").notNull().default(false),
    partialUse: boolean("partial_use").notNull().default(false),
    position: integer().notNull(),
    active: boolean().notNull().default(true),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("order_kind_code_number").on(table.codeNumber),
    check("order_kind_code_number_byte", sql`${table.codeNumber} between 1 and 255`),
    check("order_kind_prefix", sql`${table.numberPrefix} ~ '^[A-Z]{1,3}$'`),
    check(
      "order_kind_number_length",
      sql`${table.numberLength} between length(${table.numberPrefix}) + 4 and 20`,
    ),
    check(
      "order_kind_core_number",
      sql`${table.coreShortest} between 1 and ${table.coreLongest} and ${table.coreLongest} <= 20`,
    ),
    check("order_kind_validity", sql`(${table.validityDays} is null) <> (${table.validityUntil} is null)`),
    check("order_kind_days", sql`${table.validityDays} between 1 and 730`),
    // The code on the paper has four bytes for the value; words go to 999.999.999.
    check("order_kind_largest", sql`${table.largestValue} between 1 and 999999999`),
    check("order_kind_approval", sql`${table.approvalFrom} > 0`),
    check("order_kind_provider_rule", sql`${table.providerRule} in ('open', 'bound', 'either')`),
    check("order_kind_shown", sql`${table.shownFields} <@ array['name', 'concept', 'issued_on', 'office']`),
    check(
      "order_kind_partial",
      sql`${table.registersUse} or not (${table.claimFirst} or ${table.partialUse})`,
    ),
  ],
);

/**
 * What an order keeps of its kind from the day it was issued: a kind that is edited changes no paper that is out
 * already. One row for each edit of these columns, never changed; the newest one is what the kind says today.
 */
export const orderKindVersions = pgTable(
  "order_kind_version",
  {
    kindCode: text("kind_code")
      .notNull()
      .references(() => orderKinds.code),
    /** 1, 2, 3 … of its kind. */
    version: smallint().notNull(),
    name: text().notNull(),
    shownFields: text("shown_fields").array().notNull(),
    registersUse: boolean("registers_use").notNull(),
    claimFirst: boolean("claim_first").notNull(),
    partialUse: boolean("partial_use").notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.kindCode, table.version] })],
);

/** The last number given of each kind's own series; counted in the statement that gives it. */
export const orderSeries = pgTable("order_series", {
  kindCode: text("kind_code")
    .primaryKey()
    .references(() => orderKinds.code),
  last: bigint({ mode: "number" }).notNull(),
});
