import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { counters } from "./branch";
import { orders } from "./order";
import { providers } from "./provider";

/** How a look-up was made: three fields, with check code, scanned code, picture of the code. */
export const lookupChannels = ["typed", "check_code", "scan", "picture"] as const;

/** A look-up and its outcome. Its id is the opaque address of the answer page. */
export const lookups = pgTable(
  "lookup",
  {
    id: uuid().primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    channel: text({ enum: lookupChannels }).notNull(),
    askedAt: moment("asked_at").notNull().defaultNow(),
    kindCode: text("kind_code").notNull(),
    /** The key of the order that was found; the last four signs where none was, since an ID may stand in its field. */
    numberTyped: text("number_typed").notNull(),
    /** What was typed as the order's number, sealed; forgotten after a day, or when the desk answered its report. */
    numberSealed: bytea("number_sealed"),
    /** Null when the code on the paper was read: no ID was typed. */
    idIndex: bytea("id_index"),
    /** What was typed as Nit / Cédula, sealed; forgotten after a day. */
    idSealed: bytea("id_sealed"),
    outcome: text().notNull(),
    orderId: uuid("order_id").references(() => orders.id),
    waitUntil: moment("wait_until"),
    /** After a miss: the wait that the next one would start, if any. */
    aheadSeconds: integer("ahead_seconds"),
    counterId: uuid("counter_id").references(() => counters.id),
    /**
     * The paired device that asked while nobody was named on it; the person was named on it last. Without a reference,
     * which would have been checked over all rows while the counters work.
     */
    deviceId: uuid("device_id"),
    /** After a code was read: whether the last digits of the ID in the hand were given, and how often wrong. */
    digits: text({ enum: ["asked", "right", "wrong"] }),
    digitsMissed: smallint("digits_missed").notNull().default(0),
    /**
     * The code that was read, or the one whose check code was typed where there is a newer paper. A question by a
     * code points to its order only once the digits are right.
     */
    codeId: bytea("code_id"),
  },
  (table) => [
    // What a provider's days are counted by, whatever is asked of them.
    index("lookup_history")
      .on(table.providerId, table.askedAt, table.outcome, table.personId, table.counterId)
      .concurrently(),
    // What was typed, where the history shows that and no order's number, as history_lookups asks for it.
    index("lookup_typed_number")
      .on(
        table.providerId,
        sql`ltrim(upper(regexp_replace(${table.numberTyped}, '[^[:alnum:]]', '', 'g')), '0')`,
      )
      .where(sql`${table.orderId} is null or ${table.outcome} = 'other_provider'`)
      .concurrently(),
    index("lookup_order").on(table.orderId),
    // How often each answer was given in some days.
    index("lookup_answers").on(table.askedAt, table.outcome).concurrently(),
    index("lookup_typed_data")
      .on(table.askedAt)
      .where(sql`${table.idSealed} is not null or ${table.idIndex} is not null`)
      .concurrently(),
    check("lookup_channel", sql`${table.channel} in ('typed', 'check_code', 'scan', 'picture')`),
    check("lookup_digits", sql`${table.digits} in ('asked', 'right', 'wrong')`),
    check(
      "lookup_outcome",
      sql`${table.outcome} in ('current', 'used', 'annulled', 'expired', 'not_yet', 'blocked', 'replaced', 'claimed', 'other_provider', 'not_found', 'waiting', 'paused', 'digits', 'forged', 'foreign', 'superseded')`,
    ),
    check("lookup_digits_hide_order", sql`${table.outcome} <> 'digits' or ${table.orderId} is null`),
  ],
);

/**
 * Snapshot of the order that a look-up found (db/functions/order_snapshot.sql). Comparison, claim and use refer
 * to it. It is deleted with the typed ID, when the look-up allows nothing more.
 */
export const lookupFaces = pgTable(
  "lookup_face",
  {
    lookupId: uuid("lookup_id")
      .primaryKey()
      .references(() => lookups.id),
    face: jsonb().notNull(),
    foundAt: moment("found_at").notNull().defaultNow(),
  },
  (table) => [index("lookup_face_found").on(table.foundAt)],
);

/**
 * How often each answer was given on a day that is over, counted once by a job, so that Hoy need not read a month of
 * look-ups. A day that was counted has a row with an empty answer. No row says who asked or what for.
 */
export const answerSums = pgTable(
  "answer_sum",
  {
    /** Of Bogotá. */
    day: date().notNull(),
    outcome: text().notNull(),
    answers: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.outcome] })],
);

/** How much of a budget is spent within a window. See domain/lookup/budget.ts. */
export const budgetCounters = pgTable(
  "budget_counter",
  {
    scope: text().notNull(),
    key: text().notNull(),
    windowStart: moment("window_start").notNull(),
    spent: integer().notNull(),
    /** Until then the budget is blocked, whatever is left of the window. */
    pausedUntil: moment("paused_until"),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key] }),
    index("budget_counter_old").on(table.windowStart).concurrently(),
  ],
);

/** Alerts for the caja about too many misses in a window; they block nobody. */
export const missAlerts = pgTable(
  "miss_alert",
  {
    scope: text().notNull(),
    /** A person, a provider, a network, an order number, or the blind index of an ID in hex. */
    key: text().notNull(),
    windowStart: moment("window_start").notNull(),
    misses: integer().notNull(),
    /** Whose misses these are; no more than 20. */
    providers: uuid().array().notNull(),
    raisedAt: moment("raised_at"),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key, table.windowStart] }),
    index("miss_alert_raised").on(table.raisedAt).where(sql`${table.raisedAt} is not null`),
    index("miss_alert_old").on(table.windowStart),
  ],
);
