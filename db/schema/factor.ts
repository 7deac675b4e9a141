import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";

/**
 * A second factor of a person: the codes of an application (TOTP) or a passkey. An ended one keeps its row,
 * without its secret, so that a person who ever had one does not enrol with the password alone.
 */
export const factors = pgTable(
  "factor",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    kind: text({ enum: ["totp", "passkey"] }).notNull(),
    name: text().notNull().default(""),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Null while its first proof is missing: until then it opens nothing. */
    confirmedAt: moment("confirmed_at"),
    lastUsedAt: moment("last_used_at"),
    endedAt: moment("ended_at"),
    /** The sealed secret of a TOTP. */
    secret: bytea(),
    /** The latest time step whose code was accepted. A code is accepted once. */
    lastStep: bigint("last_step", { mode: "number" }),
    credentialId: text("credential_id"),
    publicKey: bytea("public_key"),
    /** The signature counter that the passkey sent last. */
    counter: bigint({ mode: "number" }),
    transports: text().array(),
  },
  (table) => [
    index("factor_person").on(table.personId),
    uniqueIndex("factor_totp")
      .on(table.personId)
      .where(sql`${table.kind} = 'totp' and ${table.endedAt} is null`),
    uniqueIndex("factor_credential").on(table.credentialId).where(sql`${table.endedAt} is null`),
    check("factor_kind", sql`${table.kind} in ('totp', 'passkey')`),
    check(
      "factor_whole",
      sql`${table.endedAt} is not null or case ${table.kind} when 'totp' then ${table.secret} is not null
        else ${table.credentialId} is not null and ${table.publicKey} is not null and ${table.counter} is not null end`,
    ),
  ],
);

/** Ten codes on paper for the day on which no other factor is at hand. New ones end the earlier ones. */
export const paperCodeSets = pgTable(
  "paper_code_set",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    /** One salt for the ten, so that a typed code is hashed once. */
    salt: bytea().notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
  },
  (table) => [uniqueIndex("paper_code_set_open").on(table.personId).where(sql`${table.endedAt} is null`)],
);

export const paperCodes = pgTable(
  "paper_code",
  {
    setId: uuid("set_id")
      .notNull()
      .references(() => paperCodeSets.id),
    codeHash: bytea("code_hash").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [primaryKey({ columns: [table.setId, table.codeHash] })],
);

/**
 * An administrator lets somebody who lost every factor enrol again, with a code that they are handed in person.
 * It holds from `effectiveAt`; until then the person can object.
 */
export const factorResets = pgTable(
  "factor_reset",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    /** Null when the console of the server asked. */
    requestedBy: uuid("requested_by").references(() => persons.id),
    requestedAt: moment("requested_at").notNull().defaultNow(),
    reason: text().notNull(),
    effectiveAt: moment("effective_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    codeHash: bytea("code_hash").notNull(),
    codeMisses: smallint("code_misses").notNull().default(0),
    /** Digest of the token by which the person objects. */
    objectionHash: bytea("objection_hash").unique(),
    /** Withdrawn by an administrator, objected to by the person, or ended by wrong codes. */
    endedAt: moment("ended_at"),
    usedAt: moment("used_at"),
  },
  (table) => [
    uniqueIndex("factor_reset_open")
      .on(table.personId)
      .where(sql`${table.endedAt} is null and ${table.usedAt} is null`),
  ],
);
