import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, callBoth } from "@/db/contract/call";
import { type lookupChannels, lookups } from "@/db/schema/lookup";
import { orderKinds } from "@/db/schema/order-kind";
import type { Grant } from "@/model/access";
import { mapTexts, orderFields } from "@/model/order-field";
import { hasShape, type NumberShape } from "@/model/order-number";
import { counterFacts } from "./lookup-comparison";

/** By which door a question came (db/schema/lookup.ts). */
export type LookupChannel = (typeof lookupChannels)[number];

export type FoundLookup = ReturnType<typeof foundLookup>;

/** A question of this provider with the order's present state; null for anybody else's. */
export async function findLookup(
  db: Database,
  grant: Grant<"order.look_up">,
  id: string,
): Promise<FoundLookup | null> {
  const key = { lookup: id, provider: grant.actor.provider.id };
  const row = await callBoth(db, ["read_lookup", "read_counter_facts"], key);
  return row && foundLookup(id, row);
}

/** What the two functions answer of one question. */
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
    idSealed: row.idSealed,
    waitUntil: row.waitUntil,
    /** Of a miss: how long the next one would make wait, where it would. */
    aheadSeconds: row.aheadSeconds,
    number: row.number,
    startsOn: row.issuedOn,
    endsOn: row.validUntil,
    stateChangedAt: row.stateChangedAt,
    dataUpdatedAt: row.dataUpdatedAt,
    channel: row.channel,
    digitsMissed: row.digitsMissed,
    /** Who asked and where: the person, and the counter with its branch that the device was. */
    asker: [row.askerName, row.askerCounter, row.askerBranch].filter(Boolean).join(", "),
    orderId: row.orderId,
    order: sheetOf(row),
    counter: counterFacts(row),
  };
}

/** Of a current order what its kind shows to providers; null of any other. */
function sheetOf(row: NonNullable<Answer<"read_lookup">>) {
  const { orderId: id, number, affiliateIdKind, affiliateIdSealed, validUntil } = row;
  if (!id || !number || !affiliateIdKind || !affiliateIdSealed || !validUntil) return null;
  const { affiliateNameSealed, value, balance, issuedOn } = row;
  const shown = row.texts as Readonly<Record<string, string>> | null;
  const texts = mapTexts((name) => shown?.[orderFields[name].column] ?? null);
  const rest = { value, balance, ...texts, issuedOn, validUntil };
  return { id, number, affiliateIdKind, affiliateIdSealed, affiliateNameSealed, ...rest };
}

/** How the numbers of each kind look, by code, of the kinds that say it. It tells nothing of any order. */
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
export async function countFoundBy(db: Database, { actor }: Grant<"application.view">): Promise<number> {
  const found = await db
    .select({ id: lookups.id })
    .from(lookups)
    .where(
      and(
        eq(lookups.personId, actor.personId),
        eq(lookups.providerId, actor.provider.id),
        eq(lookups.outcome, "current"),
      ),
    )
    .limit(2);
  return found.length;
}
