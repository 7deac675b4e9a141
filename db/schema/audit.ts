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
    /**
     * A salted digest of the address, which stays when the address is forgotten. Events of versions before
     * audit_address hold the address itself, since heads of the log were made of it.
     */
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

/**
 * From which address an event came, and the salt of its digest in the event. Both are deleted after their time, which
 * changes no event. No foreign key: it would be checked for each event, and no event is ever deleted.
 */
export const auditAddresses = pgTable(
  "audit_address",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: moment("at").notNull().defaultNow(),
    ip: text().notNull(),
    salt: uuid().notNull(),
  },
  (table) => [index("audit_address_at").on(table.at)],
);

/** How far the log was sent to each place outside, so that another leader goes on from there. */
export const auditShipped = pgTable("audit_shipped", {
  destination: text({ enum: ["stdout", "syslog", "otlp"] }).primaryKey(),
  upTo: bigint("up_to", { mode: "number" }).notNull(),
  at: moment("at").notNull().defaultNow(),
});
