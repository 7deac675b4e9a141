import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** The caja's profile, a single row. */
export const cajaProfile = pgTable(
  "caja_profile",
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    /** Short name for the header on phones. */
    shortName: text("short_name"),
    /** What this portal is called, in its header, its mails and its manual. */
    portalName: text("portal_name").notNull().default("Plataforma Hanna"),
    legalName: text("legal_name").notNull(),
    nit: text().notNull(),
    phone: text().notNull(),
    otherPhone: text("other_phone"),
    hours: text().notNull(),
    email: text().notNull(),
    address: text().notNull(),
    city: text().notNull(),
    /** Hours without a file of orders after which the caja gets an alarm. */
    importMaxAgeHours: integer("import_max_age_hours").notNull().default(24),
    /** How the counter compares: the whole order is shown, its value is typed first, or typed from a value on. */
    compareMode: text("compare_mode", { enum: ["show", "type", "type_from"] })
      .notNull()
      .default("show"),
    compareFrom: bigint("compare_from", { mode: "number" }),
    /** How many minutes a reset of the second factor waits before it holds, so that the person can object. */
    factorResetMinutes: integer("factor_reset_minutes").notNull().default(60),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    updatedBy: uuid("updated_by"),
  },
  (table) => [
    check(
      "caja_profile_compare",
      sql`${table.compareMode} in ('show', 'type', 'type_from')
      and (${table.compareMode} = 'type_from') = (${table.compareFrom} is not null)`,
    ),
    check("caja_profile_factor_reset", sql`${table.factorResetMinutes} between 30 and 2880`),
    check("caja_profile_single", sql`${table.id} = 1`),
    check("caja_profile_import_age", sql`${table.importMaxAgeHours} between 1 and 8760`),
  ],
);

/** Facts of the installation: fingerprint of the data keys, whether it holds demonstration data. */
export const installation = pgTable("installation", {
  key: text().primaryKey(),
  value: text().notNull(),
});
