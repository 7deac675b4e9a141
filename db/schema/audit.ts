import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** Append-only: written by audit_append() in the statement that it records; nobody changes or deletes it. */
export const auditEvents = pgTable(
  "audit_event",
  {
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    at: moment("at").notNull().defaultNow(),
    action: text().notNull(),
    actorId: uuid("actor_id"),
    providerId: uuid("provider_id"),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    channel: text().notNull(),
    ip: text(),
    /** Facts without personal data. */
    detail: jsonb().notNull(),
  },
  (table) => [
    // Each filter of the log, newest first.
    index("audit_event_day").on(table.at, table.seq).concurrently(),
    index("audit_event_action").on(table.action, table.seq).concurrently(),
    index("audit_event_by").on(table.actorId, table.seq).concurrently(),
    index("audit_event_provider").on(table.providerId, table.seq).concurrently(),
    index("audit_event_about").on(table.subjectId, table.seq).concurrently(),
  ],
);

/** How far the log was sent to each place outside, so that another leader goes on from there. */
export const auditShipped = pgTable("audit_shipped", {
  destination: text({ enum: ["stdout", "syslog", "otlp"] }).primaryKey(),
  upTo: bigint("up_to", { mode: "number" }).notNull(),
  at: moment("at").notNull().defaultNow(),
});
