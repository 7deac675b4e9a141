import { between, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { branches, counters } from "@/db/schema/branch";
import { lookups } from "@/db/schema/lookup";
import { comparisons } from "@/db/schema/lookup-comparison";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import type { Outcome } from "@/model/verdict";

export type FoundLookup = Awaited<ReturnType<typeof listLookupsBetween>>[number];

/** The look-ups whose id lies between two, the newest first. */
export function listLookupsBetween(
  db: Database,
  _grant: Grant<"lookup.read">,
  { from, to }: { from: string; to: string },
) {
  return db
    .select({
      id: lookups.id,
      askedAt: lookups.askedAt,
      channel: lookups.channel,
      outcome: sql<Outcome>`${lookups.outcome}`,
      numberTyped: lookups.numberTyped,
      order: { id: orders.id, number: orders.number },
      provider: { name: providers.legalName, nit: providers.nit, checkDigit: providers.checkDigit },
      person: persons.name,
      /** Whether a paired device asked alone: the person was named on it last. */
      isUnnamed: isNotNull(lookups.deviceId).mapWith(Boolean),
      branch: branches.name,
      counter: counters.name,
      result: comparisons.result,
    })
    .from(lookups)
    .innerJoin(providers, eq(providers.id, lookups.providerId))
    .innerJoin(persons, eq(persons.id, lookups.personId))
    .leftJoin(orders, eq(orders.id, lookups.orderId))
    .leftJoin(counters, eq(counters.id, lookups.counterId))
    .leftJoin(branches, eq(branches.id, counters.branchId))
    .leftJoin(comparisons, eq(comparisons.lookupId, lookups.id))
    .where(between(lookups.id, from, to))
    .orderBy(desc(lookups.askedAt))
    .limit(5);
}
