import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { providers } from "./provider";

/** A place where a provider sells (establecimiento). Closed ones stay, so that old receipts keep their name. */
export const branches = pgTable(
  "branch",
  {
    id: uuid().primaryKey().defaultRandom(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    name: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
  },
  (table) => [
    uniqueIndex("branch_name")
      .on(table.providerId, sql`lower(${table.name})`)
      .where(sql`${table.closedAt} is null`),
  ],
);

/** A till within a branch (caja); a device remembers which one it is. */
export const counters = pgTable(
  "counter",
  {
    id: uuid().primaryKey().defaultRandom(),
    branchId: uuid("branch_id")
      .notNull()
      .references(() => branches.id),
    name: text().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    closedAt: moment("closed_at"),
  },
  (table) => [
    index("counter_branch").on(table.branchId),
    uniqueIndex("counter_name")
      .on(table.branchId, sql`lower(${table.name})`)
      .where(sql`${table.closedAt} is null`),
  ],
);
