import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";
import { persons } from "./account";
import { providers } from "./provider";
import { orderUses } from "./use";

/** A provider asks the caja to take a use back when it may not do so itself any more. */
export const undoRequests = pgTable(
  "undo_request",
  {
    id: uuid().primaryKey().defaultRandom(),
    useId: uuid("use_id")
      .notNull()
      .references(() => orderUses.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => persons.id),
    askedAt: moment("asked_at").notNull().defaultNow(),
    reason: text().notNull(),
    /** Somebody of the caja. */
    decidedBy: uuid("decided_by").references(() => persons.id),
    decidedAt: moment("decided_at"),
    approved: boolean(),
    decisionReason: text("decision_reason"),
  },
  (table) => [
    uniqueIndex("undo_request_open").on(table.useId).where(sql`${table.decidedAt} is null`),
    index("undo_request_waiting").on(table.askedAt).where(sql`${table.decidedAt} is null`),
    check("undo_request_reason", sql`${table.reason} <> ''`),
    check(
      "undo_request_decided",
      sql`(${table.decidedAt} is null) = (${table.decidedBy} is null)
        and (${table.decidedAt} is null) = (${table.approved} is null)
        and (${table.decidedAt} is null) = (${table.decisionReason} is null)`,
    ),
    check("undo_request_second_person", sql`${table.decidedBy} <> ${table.askedBy}`),
  ],
);
