import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { deskNotices, noticeWays } from "@/model/notify";
import { persons } from "./account";

/** Outbox: a mail is a row of the transaction that causes it, and is sent later by a worker. */
export const mails = pgTable(
  "mail",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Which event it tells of; makes one event one mail. */
    eventKey: text("event_key").notNull().unique(),
    messageId: text("message_id").notNull().unique(),
    /** Sealed JSON { to, subject, text }: it can carry a link that opens an account. */
    content: bytea().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Whether somebody waits for its link or code: those are sent before notices. */
    urgent: boolean().notNull().default(false),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment("next_attempt_at").notNull().defaultNow(),
    sentAt: moment("sent_at"),
    /** When a mail server first read it and refused it. From then on a day of trying is left. */
    firstRefusedAt: moment("first_refused_at"),
    givenUpAt: moment("given_up_at"),
    lastError: text("last_error"),
    /** Set while a worker sends it; still set when it is claimed again, the worker died and nobody knows. */
    claimedAt: moment("claimed_at"),
    /** How often that happened: it is sent once more after the first, and never after the second. */
    crashes: integer().notNull().default(0),
  },
  (table) => [
    index("mail_due")
      .on(table.nextAttemptAt)
      .where(sql`${table.sentAt} is null and ${table.givenUpAt} is null`),
    // Of its own, so that notices by the thousand are not looked through for a link.
    index("mail_due_urgent")
      .on(table.nextAttemptAt)
      .where(sql`${table.urgent} and ${table.sentAt} is null and ${table.givenUpAt} is null`)
      .concurrently(),
    index("mail_given_up").on(table.givenUpAt).where(sql`${table.givenUpAt} is not null`).concurrently(),
    index("mail_sent").on(table.sentAt).where(sql`${table.sentAt} is not null`).concurrently(),
  ],
);

/** How somebody of the caja wants to hear of what waits; no row is the way of their role. */
export const noticeChoices = pgTable(
  "notice_choice",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    kind: text({ enum: deskNotices }).notNull(),
    way: text({ enum: noticeWays }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.kind] }),
    check(
      "notice_choice_kind",
      sql`${table.kind} in ('request', 'correction', 'report', 'undo', 'approval', 'payment', 'rights', 'overdue')`,
    ),
    check("notice_choice_way", sql`${table.way} in ('now', 'digest', 'off')`),
  ],
);
