import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import type { Verdict } from "@/model/verdict";
import { persons } from "./account";
import { lookups } from "./lookup";
import { orders } from "./order";
import { providers } from "./provider";

/** A provider tells the caja what does not match; the caja answers once. */
export const reports = pgTable(
  "report",
  {
    id: uuid().primaryKey(),
    /** Folio: R-AAAA-NNNNNN, without gaps within a year. */
    folio: text().notNull().unique(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    reportedBy: uuid("reported_by")
      .notNull()
      .references(() => persons.id),
    /** The answer that it tells of. */
    lookupId: uuid("lookup_id")
      .notNull()
      .references(() => lookups.id),
    orderId: uuid("order_id").references(() => orders.id),
    /** What the counter was told when it reported. */
    verdict: text().$type<Verdict>().notNull(),
    reason: text({
      enum: ["value_changed", "forged", "holder", "damaged", "another_person", "other"],
    }).notNull(),
    /** In the merchant's words, sealed: they name people. */
    wordsSealed: bytea("words_sealed"),
    filedAt: moment("filed_at").notNull().defaultNow(),
    /** This report put the order in review. */
    putInReview: boolean("put_in_review").notNull().default(false),
    outcome: text({ enum: ["print_error", "typing_error", "altered", "nothing"] }),
    /** What the caja answers the merchant. */
    answer: text(),
    /** What became of the order. */
    action: text("deed", { enum: ["leave", "unblock", "annul"] }),
    decidedBy: uuid("decided_by").references(() => persons.id),
    decidedAt: moment("decided_at"),
    /** The reporter took it back; then nobody decides on it. */
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [
    index("report_waiting").on(table.filedAt).where(sql`${table.decidedAt} is null`),
    index("report_provider").on(table.providerId, table.filedAt),
    index("report_order").on(table.orderId, table.filedAt),
    check(
      "report_reason",
      sql`${table.reason} in ('value_changed', 'forged', 'holder', 'damaged', 'another_person', 'other')`,
    ),
    check("report_outcome", sql`${table.outcome} in ('print_error', 'typing_error', 'altered', 'nothing')`),
    check("report_deed", sql`${table.action} in ('leave', 'unblock', 'annul')`),
    check("report_review_has_order", sql`not ${table.putInReview} or ${table.orderId} is not null`),
    check(
      "report_decided",
      sql`(${table.decidedAt} is null) = (${table.decidedBy} is null)
        and (${table.decidedAt} is null) = (${table.outcome} is null)
        and (${table.decidedAt} is null) = (${table.action} is null)
        and (${table.decidedAt} is null) = (${table.answer} is null)`,
    ),
    check("report_withdrawn", sql`${table.withdrawnAt} is null or ${table.decidedAt} is null`),
    check("report_second_person", sql`${table.decidedBy} <> ${table.reportedBy}`),
  ],
);

/** The photo of a report, sealed and without what the camera wrote about itself. Forgotten after two years. */
export const reportPhotos = pgTable(
  "report_photo",
  {
    reportId: uuid("report_id")
      .primaryKey()
      .references(() => reports.id),
    mediaType: text("media_type", { enum: ["image/jpeg", "image/png"] }).notNull(),
    size: integer().notNull(),
    sealed: bytea().notNull(),
  },
  (table) => [
    check("report_photo_size", sql`${table.size} between 1 and 10485760`),
    check("report_photo_type", sql`${table.mediaType} in ('image/jpeg', 'image/png')`),
  ],
);

/** Last folio given in a year; its row lock makes the series gapless. */
export const reportCounters = pgTable("report_counter", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});
