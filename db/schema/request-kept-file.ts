import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { providers } from "./provider";

/** A file that arrived whole before its form did, sealed for the person who sent it; gone with the form, or a day later. */
export const keptFiles = pgTable(
  "kept_file",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** Which form it is for: "request:CONVENIOS", "correction:SOL-2026-000001", "report:" and the look-up's id. */
    form: text().notNull(),
    field: text().notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    sealed: bytea().notNull(),
    keptAt: moment("kept_at").notNull().defaultNow(),
  },
  (table) => [
    unique("kept_file_of_field").on(table.personId, table.providerId, table.form, table.field),
    index("kept_file_age").on(table.keptAt),
    check("kept_file_size", sql`length(${table.sealed}) between 1 and 10486784`),
    check(
      "kept_file_form",
      sql`${table.form} ~ '^(request:[A-Z]{1,40}|correction:SOL-\\d{4}-\\d{6,9}|report:[0-9a-f-]{36})$'`,
    ),
    check("kept_file_field", sql`${table.field} ~ '^[a-z][a-z0-9_]{1,39}$'`),
  ],
);
