import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, call, callBoth } from "@/db/contract/call";
import type { lookupChannels } from "@/db/schema/lookup";
import { orderKinds } from "@/db/schema/order-kind";
import type { Grant } from "@/model/access";
import { mapTexts, orderFields } from "@/model/order-field";
import { hasShape, type NumberShape } from "@/model/order-number";
import { counterFacts } from "./lookup-comparison";
import { ownOf } from "./provider-own";

/** How a look-up was made (db/schema/lookup.ts). */
export type LookupChannel = (typeof lookupChannels)[number];

export type FoundLookup = ReturnType<typeof foundLookup>;

/** A look-up of this provider with the order's current state; null for others. */
export async function findLookup(
  db: Database,
  grant: Grant<"order.look_up">,
  id: string,
): Promise<FoundLookup | null> {
  const key = { lookup: id, ...ownOf(grant) };
  const row = await callBoth(db, ["read_lookup", "read_counter_facts"], key);
  return row && foundLookup(id, row);
}

/** Results of both functions for a look-up. */
export type LookupRow = NonNullable<Answer<"read_lookup">> & NonNullable<Answer<"read_counter_facts">>;

export function foundLookup(id: string, row: LookupRow) {
  return {
    id,
    outcome: row.outcome,
    askedAt: row.askedAt,
    readAt: row.readAt,
    kindCode: row.kindCode,
    kindName: row.kindName ?? row.kindCode,
    numberTyped: row.numberTyped,
    numberSealed: row.numberSealed,
    idSealed: row.idSealed,
    waitUntil: row.waitUntil,
    /** After a miss: the wait that the next one would start, if any. */
    aheadSeconds: row.aheadSeconds,
    number: row.number,
    startsOn: row.issuedOn,
    endsOn: row.validUntil,
    stateChangedAt: row.stateChangedAt,
    dataUpdatedAt: row.dataUpdatedAt,
    channel: row.channel,
    digitsMissed: row.digitsMissed,
    /** The person who made the look-up, and the device's counter with its branch. */
    asker: [row.askerName, row.askerCounter, row.askerBranch].filter(Boolean).join(", "),
    /** Whether a paired device asked alone: the person was named on it last. */
    askerUnnamed: row.askerUnnamed === true,
    orderId: row.orderId,
    order: sheetOf(row),
    counter: counterFacts(row),
  };
}

/** Data that the kind shows to providers; null unless the order is current. */
function sheetOf(row: NonNullable<Answer<"read_lookup">>) {
  const { orderId: id, number, affiliateIdKind, affiliateIdSealed, validUntil } = row;
  if (!id || !number || !affiliateIdKind || !affiliateIdSealed || !validUntil) return null;
  const { affiliateNameSealed, value, balance, issuedOn } = row;
  const shown = row.texts as Readonly<Record<string, string>> | null;
  const texts = mapTexts((name) => shown?.[orderFields[name].column] ?? null);
  const rest = { value, balance, ...texts, issuedOn, validUntil };
  return { id, number, affiliateIdKind, affiliateIdSealed, affiliateNameSealed, ...rest };
}

/** Number formats of the kinds that have one, by code. They reveal nothing about any order. */
export async function listNumberShapes(db: Database): Promise<Map<string, NumberShape>> {
  const rows = await db
    .select({
      code: orderKinds.code,
      digitsOnly: orderKinds.coreDigitsOnly,
      shortest: orderKinds.coreShortest,
      longest: orderKinds.coreLongest,
      prefix: sql<string | null>`series.prefix`,
      length: sql<number | null>`series.length`,
    })
    .from(orderKinds)
    .leftJoinLateral(sql`own_series(${orderKinds.code}) series`, sql`true`);
  return new Map(
    rows.filter(hasShape).map(({ code, digitsOnly, shortest, longest, prefix, length }) => [
      code,
      {
        digitsOnly,
        shortest,
        longest,
        own: prefix && length ? prefix + "1".padStart(length - prefix.length, "0") : null,
      },
    ]),
  );
}

/** How often the person of the grant has found a current order; counts no further than two. */
export function countFoundBy(db: Database, grant: Grant<"application.view">): Promise<number> {
  return call(db, "own_found", ownOf(grant));
}
