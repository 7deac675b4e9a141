import { and, asc, count, eq, inArray, max, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { lookups } from "@/db/schema/lookup";
import { providers } from "@/db/schema/provider";

/** What happened to one order, oldest first; only the actions asked for. */
export async function listOrderEvents(db: Database, orderId: string, actions: readonly string[]) {
  return db
    .select({
      at: auditEvents.at,
      action: auditEvents.action,
      person: persons.name,
      provider: providers.legalName,
      detail: sql<Record<string, unknown>>`${auditEvents.detail}`,
    })
    .from(auditEvents)
    .leftJoin(persons, eq(persons.id, auditEvents.actorId))
    .leftJoin(providers, eq(providers.id, auditEvents.providerId))
    .where(
      and(
        eq(auditEvents.subjectKind, "order"),
        eq(auditEvents.subjectId, orderId),
        inArray(auditEvents.action, [...actions]),
      ),
    )
    .orderBy(asc(auditEvents.seq));
}

/** How often providers asked for an order, and when last. */
export async function countLookupsOf(db: Database, orderId: string) {
  const [row] = await db
    .select({ lookupCount: count(), last: max(lookups.askedAt) })
    .from(lookups)
    .where(eq(lookups.orderId, orderId));
  return { lookupCount: row?.lookupCount ?? 0, last: row?.last ?? null };
}
