import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "./columns";

/** Kinds of documents that the caja gives to affiliates ("Tipo Documento" of the look-up form). */
export const orderKinds = pgTable("order_kind", {
  /** The code of the caja's core system, TIPODCTO: `AS`. */
  code: text().primaryKey(),
  name: text().notNull(),
  largestValue: bigint("largest_value", { mode: "number" }).notNull(),
  position: integer().notNull(),
  active: boolean().notNull().default(true),
});

/**
 * An order. Its key is kind + normalised number; the affiliate's ID is a check factor, never the key.
 * ID number and name are sealed by the application and never stand here in the clear.
 */
export const orders = pgTable(
  "order",
  {
    id: uuid().primaryKey(),
    kindCode: text("kind_code")
      .notNull()
      .references(() => orderKinds.code),
    /** As printed, leading zeros kept. */
    number: text().notNull(),
    /** As compared: trimmed, upper case, without leading zeros. */
    numberKey: text("number_key").notNull(),
    affiliateIdKind: text("affiliate_id_kind").notNull(),
    affiliateIdSealed: bytea("affiliate_id_sealed").notNull(),
    /** HMAC of the normalised ID number, without its type: the counter is not asked for the type. */
    affiliateIdIndex: bytea("affiliate_id_index").notNull(),
    affiliateNameSealed: bytea("affiliate_name_sealed").notNull(),
    /** Whole pesos. */
    value: bigint({ mode: "number" }).notNull(),
    concept: text().notNull(),
    /** First day it is valid (FECHA). */
    issuedOn: date("issued_on").notNull(),
    /** Last day it is valid, to its end in America/Bogota (VENCE). */
    validUntil: date("valid_until").notNull(),
    /** The only provider that may take it; null is any with a convenio. */
    providerNit: text("provider_nit"),
    office: text().notNull(),
    state: text({ enum: ["issued", "annulled", "used"] }).notNull(),
    stateChangedAt: moment("state_changed_at").notNull().defaultNow(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("order_kind_number").on(table.kindCode, table.numberKey),
    index("order_affiliate").on(table.affiliateIdIndex),
    index("order_updated").on(table.updatedAt),
    check("order_value_positive", sql`${table.value} > 0`),
    check("order_period", sql`${table.validUntil} >= ${table.issuedOn}`),
    check("order_state", sql`${table.state} in ('issued', 'annulled', 'used')`),
    check(
      "order_number_key",
      sql`${table.numberKey} <> '' and ${table.numberKey} = upper(${table.numberKey})`,
    ),
  ],
);

/** One run of an import: which file, what came of it. */
export const importRuns = pgTable("import_run", {
  id: uuid().primaryKey().defaultRandom(),
  subject: text({ enum: ["orders", "agreements"] }).notNull(),
  fileName: text("file_name").notNull(),
  sha256: bytea().notNull(),
  startedAt: moment("started_at").notNull().defaultNow(),
  finishedAt: moment("finished_at"),
  lines: integer().notNull(),
  inserted: integer().notNull().default(0),
  changed: integer().notNull().default(0),
  repeated: integer().notNull().default(0),
  refused: integer().notNull().default(0),
  startedBy: uuid("started_by"),
});
