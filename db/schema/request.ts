import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import type { RequestedDocument } from "@/model/request";
import { persons } from "./account";
import { applications, providers } from "./provider";

/** A provider asks for an application; the caja decides. */
export const requests = pgTable(
  "request",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Radicado: SOL-AAAA-NNNNNN, without gaps within a year. */
    filingNumber: text("filing_number").notNull().unique(),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    applicationCode: text("application_code")
      .notNull()
      .references(() => applications.code),
    state: text({ enum: ["submitted", "returned", "approved", "rejected"] }).notNull(),
    agreementNumber: text("agreement_number"),
    submittedBy: uuid("submitted_by")
      .notNull()
      .references(() => persons.id),
    /** When it was sent first: its place in the queue, which a correction keeps. */
    filedAt: moment("filed_at").notNull().defaultNow(),
    /** When it was sent last: from then on the caja's days to answer are counted. */
    submittedAt: moment("submitted_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by").references(() => persons.id),
    decidedAt: moment("decided_at"),
    reason: text(),
    /**
     * The documents that it was asked for when it was sent last, so that a list that changes later changes nothing for
     * it. Without a word of whoever sends one, the two that were asked for before there was a list.
     */
    asked: jsonb()
      .$type<RequestedDocument[]>()
      .notNull()
      .default([
        { kind: "rut", name: "RUT", required: true, largest_age_days: null },
        {
          kind: "chamber",
          name: "Certificado de Cámara de Comercio",
          required: true,
          largest_age_days: null,
        },
      ]),
    /** What the decision changed beside the request, so that it can be taken back while its e-mail is held. */
    undo: jsonb(),
    /** Whether it gives documents again for an application that the provider has, and asks for nothing new. */
    renews: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex("request_one_first")
      .on(table.providerId, table.applicationCode)
      .where(sql`${table.state} in ('submitted', 'returned', 'approved') and not ${table.renews}`),
    uniqueIndex("request_one_renewal")
      .on(table.providerId, table.applicationCode)
      .where(sql`${table.state} in ('submitted', 'returned') and ${table.renews}`),
    index("request_provider").on(table.providerId),
    index("request_place").on(table.state, table.filedAt),
    check("request_state", sql`${table.state} in ('submitted', 'returned', 'approved', 'rejected')`),
    check(
      "request_refusal_has_reason",
      sql`${table.state} not in ('returned', 'rejected') or length(trim(${table.reason})) > 0`,
    ),
  ],
);

/** The request's life, for its timeline. */
export const requestEvents = pgTable(
  "request_event",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => requests.id),
    kind: text({
      enum: ["submitted", "returned", "corrected", "approved", "rejected", "taken_back"],
    }).notNull(),
    at: moment("at").notNull().defaultNow(),
    actorId: uuid("actor_id").references(() => persons.id),
    /** Reason of the caja, or the note of the provider. */
    note: text(),
  },
  (table) => [index("request_event_request").on(table.requestId)],
);

/** Why a request was returned or rejected, as codes that can be counted; what was read stands in its event. */
export const requestReasons = pgTable(
  "request_reason",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    eventId: bigint("event_id", { mode: "number" })
      .notNull()
      .references(() => requestEvents.id, { onDelete: "cascade" }),
    code: text().notNull(),
    /** The document that it is about; null for the data, and for a rejection. */
    documentKind: text("document_kind"),
  },
  (table) => [
    index("request_reason_event").on(table.eventId),
    check("request_reason_code", sql`${table.code} ~ '^[DEN][1-9]$'`),
  ],
);

/** An uploaded paper. A corrected one takes its place; the old one stays. */
export const requestDocuments = pgTable(
  "request_document",
  {
    id: uuid().primaryKey().defaultRandom(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => requests.id),
    /** What it is in the list of its application (application_document). */
    kind: text().notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer().notNull(),
    sha256: bytea().notNull(),
    /** Sealed, but for what a version from before wrote and the sealing job has not reached. */
    content: bytea().notNull(),
    /** The document as which `content` is sealed: its own id, or that of the one it was taken over from. */
    sealedAs: uuid("sealed_as"),
    uploadedAt: moment("uploaded_at").notNull().defaultNow(),
    replacedAt: moment("replaced_at"),
    /** What who reviews found: right, or to be sent again. Null while nobody looked. */
    mark: text({ enum: ["good", "fix"] }),
    markedBy: uuid("marked_by").references(() => persons.id),
    markedAt: moment("marked_at"),
  },
  (table) => [
    uniqueIndex("request_document_current")
      .on(table.requestId, table.kind)
      .where(sql`${table.replacedAt} is null`),
    check("request_document_mark", sql`${table.mark} in ('good', 'fix')`),
    check("request_document_size", sql`${table.size} between 1 and 10485760`),
    check("request_document_type", sql`${table.mediaType} in ('application/pdf', 'image/jpeg', 'image/png')`),
  ],
);

/** Last filing number given in a year; its row lock makes the series gapless. */
export const filingCounters = pgTable("filing_counter", {
  year: integer().primaryKey(),
  last: integer().notNull(),
});
