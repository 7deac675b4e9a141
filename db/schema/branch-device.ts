import { index, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { counters } from "./branch";

/**
 * A device that an owner paired with a counter. Its cookie carries a token of which only the digest is kept; with it
 * alone orders are looked up, and nothing else.
 */
export const counterDevices = pgTable(
  "counter_device",
  {
    id: uuid().primaryKey().defaultRandom(),
    counterId: uuid("counter_id")
      .notNull()
      .references(() => counters.id),
    tokenHash: bytea("token_hash").notNull().unique(),
    userAgent: text("user_agent"),
    pairedBy: uuid("paired_by")
      .notNull()
      .references(() => persons.id),
    pairedAt: moment("paired_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    /** Who was named on it last, by a PIN. */
    lastPersonId: uuid("last_person_id").references(() => persons.id),
    lastNamedAt: moment("last_named_at"),
    endedAt: moment("ended_at"),
    endedBy: uuid("ended_by").references(() => persons.id),
  },
  (table) => [index("counter_device_counter").on(table.counterId)],
);

/** The six digits by which a person is named on a paired device. */
export const counterPins = pgTable("counter_pin", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => persons.id),
  /** A slow digest of the digits under a key that no backup holds (domain/branch/pin.ts). */
  pinHash: text("pin_hash").notNull(),
  setAt: moment("set_at").notNull().defaultNow(),
  /** Wrong ones in a row, on all devices. */
  misses: smallint().notNull().default(0),
  /** After too many: the person sets another one, with the password. */
  closedAt: moment("closed_at"),
});
