import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { rightsAskers, rightsKinds, rightsResults, rightsStates } from "@/model/rights";
import { persons } from "./account";

/** Somebody asks the caja about their own data (Ley 1581 de 2012). What they write is sealed; days and states are not. */
export const rightsRequests = pgTable(
  "rights_request",
  {
    id: uuid().primaryKey(),
    /** Radicado: HD-AAAA-NNNNNNNN, drawn at random, so that it tells nobody how many there are. */
    number: text().notNull().unique(),
    kind: text({ enum: rightsKinds }).notNull(),
    asker: text({ enum: rightsAskers }).notNull(),
    /** Sealed JSON: who asks, about whom, the mail, the words. Emptied when its retention ends. */
    contentSealed: bytea("content_sealed"),
    /** Blind index of the ID number of whose data they are. */
    idIndex: bytea("id_index"),
    /** Kind of that ID: the same number of another kind is somebody else's. Null in requests of before. */
    idKind: text("id_kind"),
    /** Digest of the code that the mail brings: whoever types it reads that mailbox. */
    codeHash: bytea("code_hash").notNull().unique(),
    language: text().notNull(),
    state: text({ enum: rightsStates }).notNull().default("open"),
    filedAt: moment("filed_at").notNull().defaultNow(),
    /** When it was whole: from the day after on its days are counted. */
    wholeAt: moment("whole_at").notNull().defaultNow(),
    /** The day that was promised, as it stands now. */
    dueOn: date("due_on").notNull(),
    extendedAt: moment("extended_at"),
    /** Until when what is missing may come. */
    missingUntil: date("missing_until"),
    mailboxProvenAt: moment("mailbox_proven_at"),
    identityAt: moment("identity_at"),
    identityBy: uuid("identity_by").references(() => persons.id),
    result: text({ enum: rightsResults }),
    closedAt: moment("closed_at"),
    closedBy: uuid("closed_by").references(() => persons.id),
    /** Grows with each step, so that nobody decides on what another changed meanwhile. */
    version: integer().notNull().default(1),
  },
  (table) => [
    index("rights_request_waiting").on(table.dueOn).where(sql`${table.closedAt} is null`),
    index("rights_request_closed").on(table.closedAt),
    index("rights_request_holder").on(table.idIndex),
    check("rights_request_kind", sql`${table.kind} in ('consult', 'correct', 'erase', 'revoke')`),
    check(
      "rights_request_asker",
      sql`${table.asker} in ('affiliate', 'provider_person', 'heir', 'representative')`,
    ),
    check("rights_request_state", sql`${table.state} in ('open', 'incomplete', 'answered', 'abandoned')`),
    check("rights_request_result", sql`${table.result} in ('granted', 'partly', 'refused')`),
    check(
      "rights_request_closed_whole",
      sql`(${table.state} in ('answered', 'abandoned')) = (${table.closedAt} is not null)
        and (${table.state} = 'answered') = (${table.result} is not null)`,
    ),
    check("rights_request_identity", sql`(${table.identityAt} is null) = (${table.identityBy} is null)`),
    check("rights_request_missing", sql`${table.state} <> 'incomplete' or ${table.missingUntil} is not null`),
  ],
);

/** What was done about a request, for its timeline; the words are sealed. */
export const rightsEvents = pgTable(
  "rights_event",
  {
    id: uuid().primaryKey(),
    /** Order within a request. */
    place: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => rightsRequests.id),
    kind: text({
      enum: [
        "filed",
        "missing",
        "completed",
        "extended",
        "identity",
        "exported",
        "revoked",
        "answered",
        "abandoned",
        "code_sent",
        "account_named",
        "account_removed",
      ],
    }).notNull(),
    at: moment("at").notNull().defaultNow(),
    actorId: uuid("actor_id").references(() => persons.id),
    textSealed: bytea("text_sealed"),
  },
  (table) => [
    index("rights_event_request").on(table.requestId, table.place),
    check(
      "rights_event_kind",
      sql`${table.kind} in ('filed', 'missing', 'completed', 'extended', 'identity', 'exported', 'revoked', 'answered', 'abandoned', 'code_sent', 'account_named', 'account_removed')`,
    ),
  ],
);

/** The file that goes with an answer: what the product holds on the person, as it was that day. */
export const rightsFiles = pgTable("rights_file", {
  requestId: uuid("request_id")
    .primaryKey()
    .references(() => rightsRequests.id),
  sealed: bytea().notNull(),
  writtenAt: moment("written_at").notNull().defaultNow(),
});

/** An account that an official named as the person's, of those that no ID number and no mailbox finds. */
export const rightsAccounts = pgTable(
  "rights_account",
  {
    requestId: uuid("request_id")
      .notNull()
      .references(() => rightsRequests.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    namedBy: uuid("named_by")
      .notNull()
      .references(() => persons.id),
    namedAt: moment("named_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.personId] })],
);
