import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

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
    index("audit_event_at").on(table.at),
    index("audit_event_subject").on(table.subjectKind, table.subjectId),
    index("audit_event_actor").on(table.actorId),
  ],
);
