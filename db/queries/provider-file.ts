import { and, asc, count, desc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { branches, counters } from "@/db/schema/branch";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { reports } from "@/db/schema/report";
import { requestDocuments, requests } from "@/db/schema/request";
import { nameOfDocument } from "./request";

/** The longest list of a file; there may be more than these. */
export const NEWEST = 10;

/** What is written of a provider in its history: its standing and its requests, not each look-up. */
const told = [
  "provider.corrected",
  "provider.owner_changed",
  "provider.owner_named",
  "provider.owner_withdrawn",
  "provider.renewal_told",
  "provider.suspended",
  "provider.reactivated",
  "request.submitted",
  "request.renewal_submitted",
  "request.corrected",
  "request.returned",
  "request.approved",
  "request.rejected",
  "member.access_ended",
  "member.joined",
  "member.removed",
];

/** Who works there now, owners first. */
export function listProviderTeam(db: Database, providerId: string) {
  return db
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      role: memberships.role,
      since: memberships.createdAt,
      /** The last thing that the person did here, a sign-in or any other. */
      lastSeenAt: sql<Date | null>`(select e.at from audit_event e where e.actor_id = ${persons.id}
        order by e.seq desc limit 1)`.mapWith(auditEvents.at),
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(eq(memberships.providerId, providerId), isNull(memberships.removedAt), isNull(persons.disabledAt)),
    )
    .orderBy(desc(memberships.role), asc(persons.name));
}

/** The orders in force that it alone may take, and what is left on them. */
export async function sumBoundOrders(db: Database, nit: string) {
  const today = sql`bogota_today()`;
  const [row] = await db
    .select({ orders: count(), amount: sql`coalesce(sum(${orders.balance}), 0)`.mapWith(Number) })
    .from(orders)
    .where(
      and(
        eq(orders.providerNit, nit),
        inArray(orders.state, ["issued", "delivered"]),
        lte(orders.issuedOn, today),
        gte(orders.validUntil, today),
      ),
    );
  return row ?? { orders: 0, amount: 0 };
}

/** Its open branches, with how many points of payment each has. */
export function listProviderPlaces(db: Database, providerId: string) {
  return db
    .select({ id: branches.id, name: branches.name, counters: count(counters.id) })
    .from(branches)
    .leftJoin(counters, and(eq(counters.branchId, branches.id), isNull(counters.closedAt)))
    .where(and(eq(branches.providerId, providerId), isNull(branches.closedAt)))
    .groupBy(branches.id)
    .orderBy(asc(branches.name));
}

/**
 * The newest paper of each kind that it gave, newest first, and whether it has to be given again; one of a request that
 * was rejected only where there is no other.
 */
export async function listProviderDocuments(db: Database, providerId: string) {
  const rows = await db
    .selectDistinctOn([requestDocuments.kind], {
      id: requestDocuments.id,
      name: nameOfDocument,
      uploadedAt: requestDocuments.uploadedAt,
      filingNumber: requests.filingNumber,
      toRenew: sql<boolean>`${requestDocuments.kind} in (select d.kind from documents_to_renew() d
        where d.provider_id = ${requests.providerId})`,
    })
    .from(requestDocuments)
    .innerJoin(requests, eq(requests.id, requestDocuments.requestId))
    .where(and(eq(requests.providerId, providerId), isNull(requestDocuments.replacedAt)))
    .orderBy(
      asc(requestDocuments.kind),
      sql`${requests.state} = 'rejected'`,
      desc(requestDocuments.uploadedAt),
      asc(requests.filedAt),
    );
  return rows.sort((one, other) => other.uploadedAt.getTime() - one.uploadedAt.getTime()).slice(0, NEWEST);
}

export function listProviderRequests(db: Database, providerId: string) {
  return db
    .select({ filingNumber: requests.filingNumber, state: requests.state, filedAt: requests.filedAt })
    .from(requests)
    .where(eq(requests.providerId, providerId))
    .orderBy(desc(requests.filedAt))
    .limit(NEWEST);
}

export function listProviderReports(db: Database, providerId: string) {
  return db
    .select({
      folio: reports.folio,
      filedAt: reports.filedAt,
      decidedAt: reports.decidedAt,
      withdrawnAt: reports.withdrawnAt,
    })
    .from(reports)
    .where(eq(reports.providerId, providerId))
    .orderBy(desc(reports.filedAt))
    .limit(NEWEST);
}

/** What became of it, newest first. */
export function listProviderHistory(db: Database, providerId: string) {
  return db
    .select({
      at: auditEvents.at,
      action: auditEvents.action,
      actor: persons.name,
      reason: sql<
        string | null
      >`coalesce(${auditEvents.detail} ->> 'reason', ${auditEvents.detail} ->> 'proof')`,
    })
    .from(auditEvents)
    .leftJoin(persons, eq(persons.id, auditEvents.actorId))
    .where(and(eq(auditEvents.providerId, providerId), inArray(auditEvents.action, told)))
    .orderBy(desc(auditEvents.seq))
    .limit(NEWEST);
}

/** What it looked up last, newest first, with what was typed as the order's number. */
export function listProviderLookups(db: Database, providerId: string) {
  return db
    .select({
      id: lookups.id,
      askedAt: lookups.askedAt,
      outcome: lookups.outcome,
      number: lookups.numberTyped,
      person: persons.name,
    })
    .from(lookups)
    .innerJoin(persons, eq(persons.id, lookups.personId))
    .where(eq(lookups.providerId, providerId))
    .orderBy(desc(lookups.askedAt))
    .limit(NEWEST);
}
