import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** Who may do what, for SQL: model/access.ts as the migrator wrote it here. */
export const rolePermissions = pgTable(
  "role_permission",
  { permission: text().notNull(), role: text().notNull() },
  (table) => [primaryKey({ columns: [table.permission, table.role] })],
);
