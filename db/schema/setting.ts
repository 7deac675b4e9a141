import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

/** Who the caja is: one row, shown wherever the caja is named. */
export const cajaProfile = pgTable(
  "caja_profile",
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    legalName: text("legal_name").notNull(),
    nit: text().notNull(),
    phone: text().notNull(),
    otherPhone: text("other_phone"),
    hours: text().notNull(),
    email: text().notNull(),
    address: text().notNull(),
    city: text().notNull(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    updatedBy: uuid("updated_by"),
  },
  (table) => [check("caja_profile_single", sql`${table.id} = 1`)],
);

/** Facts of the installation: fingerprint of the data keys, whether it holds demonstration data. */
export const installation = pgTable("installation", {
  key: text().primaryKey(),
  value: text().notNull(),
});
