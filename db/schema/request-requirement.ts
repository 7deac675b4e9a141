import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { applications } from "./provider";

/** A document that an application asks for. One that is no longer asked for stays, since requests refer to it. */
export const applicationDocuments = pgTable(
  "application_document",
  {
    applicationCode: text("application_code")
      .notNull()
      .references(() => applications.code),
    /** The same kind in two applications is the same paper. */
    kind: text().notNull(),
    name: text().notNull(),
    hint: text().notNull().default(""),
    example: text().notNull().default(""),
    required: boolean().notNull(),
    /** How many days old it may be when a request is sent; null for one that does not age. */
    largestAgeDays: integer("largest_age_days"),
    /** Days after which who has the application gives it again; null for one that is not asked for again. */
    renewalDays: integer("renewal_days"),
    position: smallint().notNull(),
    active: boolean().notNull().default(true),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationCode, table.kind] }),
    check("application_document_kind", sql`${table.kind} ~ '^[a-z][a-z0-9_]{1,39}$'`),
    check("application_document_name", sql`length(${table.name}) between 2 and 80`),
    check(
      "application_document_texts",
      sql`length(${table.hint}) <= 200 and length(${table.example}) <= 200`,
    ),
    check("application_document_age", sql`${table.largestAgeDays} between 1 and 3650`),
    check("application_document_renewal", sql`${table.renewalDays} between 30 and 3650`),
    check("application_document_position", sql`${table.position} between 1 and 99`),
  ],
);
