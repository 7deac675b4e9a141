import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** A merchant. Registered by anyone; `approvedAt` makes the NIT its own. */
export const providers = pgTable(
  "provider",
  {
    id: uuid().primaryKey().defaultRandom(),
    nit: text().notNull(),
    checkDigit: smallint("check_digit").notNull(),
    legalName: text("legal_name").notNull(),
    municipality: text().notNull(),
    address: text().notNull(),
    phone: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    approvedAt: moment("approved_at"),
    suspendedAt: moment("suspended_at"),
    suspensionReason: text("suspension_reason"),
  },
  (table) => [
    uniqueIndex("provider_approved_nit").on(table.nit).where(sql`${table.approvedAt} is not null`),
    index("provider_nit").on(table.nit),
    check("provider_nit_digits", sql`${table.nit} ~ '^[0-9]{6,10}$'`),
    check("provider_municipality", sql`${table.municipality} ~ '^[0-9]{5}$'`),
    check(
      "provider_suspension_has_reason",
      sql`(${table.suspendedAt} is null) = (${table.suspensionReason} is null)`,
    ),
  ],
);

/** A contract between the caja and a merchant, as the caja's core exports it. */
export const agreements = pgTable(
  "agreement",
  {
    id: uuid().primaryKey().defaultRandom(),
    number: text().notNull().unique(),
    nit: text().notNull(),
    checkDigit: smallint("check_digit").notNull(),
    legalName: text("legal_name").notNull(),
    email: text(),
    phone: text(),
    municipality: text(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("agreement_nit").on(table.nit),
    index("agreement_email").on(sql`lower(${table.email})`),
    check("agreement_nit_digits", sql`${table.nit} ~ '^[0-9]{6,10}$'`),
    check("agreement_period", sql`${table.endsOn} >= ${table.startsOn}`),
  ],
);

/** What a provider can ask for. Title, text and code are data: adding one is an insert. */
export const applications = pgTable("application", {
  code: text().primaryKey(),
  title: text().notNull(),
  /** The card's text; `{Caja}` stands for the caja's name. */
  description: text().notNull(),
  buttonLabel: text("button_label").notNull(),
  path: text().notNull(),
  position: integer().notNull(),
  active: boolean().notNull().default(true),
  /** Whether it is approved only for who has a convenio in force. */
  needsAgreement: boolean("needs_agreement").notNull().default(false),
  /** Whether who has it may look orders up and register their use. */
  opensLookUp: boolean("opens_look_up").notNull().default(false),
});

/** An application that a provider may use. */
export const grantedApplications = pgTable(
  "granted_application",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    applicationCode: text("application_code")
      .notNull()
      .references(() => applications.code),
    grantedAt: moment("granted_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("granted_application_once").on(table.providerId, table.applicationCode)],
);
