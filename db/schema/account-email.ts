import { sql } from "drizzle-orm";
import { index, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";

/**
 * Another e-mail of a person, asked for in their account. It counts once both mailboxes confirmed it; either can
 * stop it until then.
 */
export const emailChanges = pgTable(
  "email_change",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    /** The new address; emptied when the change is done or stopped. */
    emailSealed: bytea("email_sealed"),
    /** Digest of the link in the mail to the address of now. */
    oldHash: bytea("old_hash").notNull().unique(),
    /** Digest of the link in the mail to the new one. */
    newHash: bytea("new_hash").notNull().unique(),
    requestedAt: moment("requested_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    oldConfirmedAt: moment("old_confirmed_at"),
    newConfirmedAt: moment("new_confirmed_at"),
    /** Stopped by one of the mailboxes, or replaced by another change. */
    endedAt: moment("ended_at"),
    doneAt: moment("done_at"),
  },
  (table) => [
    uniqueIndex("email_change_open")
      .on(table.personId)
      .where(sql`${table.endedAt} is null and ${table.doneAt} is null`),
    index("email_change_requested").on(table.requestedAt),
  ],
);
