import { sql } from "drizzle-orm";
import { check, pgSequence, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, moment } from "@/db/columns";
import { persons } from "./account";
import { lookups } from "./lookup";
import { receiptKeys } from "./proof-key";
import { providers } from "./provider";
import { orderUses } from "./use";

/** Of an answer, of an answer whose paper was compared, of a use, of the entry against one. */
export const proofKinds = ["look_up", "comparison", "use", "undo"] as const;

/** Numbers of proofs of look-ups, C-2026-000001; may have gaps. Uses bring their own. */
export const proofNumbers = pgSequence("proof_number");

/**
 * What the caja gives a provider to keep: the signed words, as they were signed. Never changed or deleted. No
 * affiliate is named in it.
 */
export const proofs = pgTable(
  "proof",
  {
    id: uuid().primaryKey().defaultRandom(),
    number: text().notNull().unique(),
    kind: text({ enum: proofKinds }).notNull(),
    lookupId: uuid("lookup_id").references(() => lookups.id),
    useId: uuid("use_id").references(() => orderUses.id),
    providerId: uuid("provider_id")
      .notNull()
      .references(() => providers.id),
    /** Who asked for it. */
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id),
    at: moment("at").notNull(),
    /** Canonical JSON whose UTF-8 bytes are signed (docs/proof.md). */
    content: text().notNull(),
    keyId: smallint("key_id")
      .notNull()
      .references(() => receiptKeys.id),
    signature: bytea().notNull(),
  },
  (table) => [
    uniqueIndex("proof_lookup").on(table.lookupId, table.kind).where(sql`${table.lookupId} is not null`),
    uniqueIndex("proof_use").on(table.useId).where(sql`${table.useId} is not null`),
    check("proof_kind", sql`${table.kind} in ('look_up', 'comparison', 'use', 'undo')`),
    check("proof_of_one", sql`(${table.useId} is null) <> (${table.lookupId} is null)`),
    check("proof_of_use", sql`(${table.kind} in ('use', 'undo')) = (${table.useId} is not null)`),
    check("proof_number_shape", sql`${table.number} ~ '^[CU]-[0-9]{4}-[0-9]{6,}$'`),
    check("proof_signature", sql`length(${table.signature}) = 64`),
  ],
);
