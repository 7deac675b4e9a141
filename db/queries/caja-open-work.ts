import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { bankAccounts } from "@/db/schema/bank-account";
import { importRuns } from "@/db/schema/import";
import { orders } from "@/db/schema/order";
import { orderChanges } from "@/db/schema/order-change";
import { payments } from "@/db/schema/payment";
import { providers } from "@/db/schema/provider";
import { requestDocuments, requests } from "@/db/schema/request";

const MOST = 50;

/**
 * What a person of the caja began and nobody has ended: drafts, changes of orders that wait for a second person, files
 * that wait for their confirmation, payment runs that wait for approval, requests whose documents they marked and
 * nobody decided, accounts of providers that wait for a second person. Oldest first.
 */
export async function listOpenWork(db: Database, person: string) {
  const [drafts, changes, imports, runs, reviews, accounts] = await Promise.all([
    db
      .select({ id: orders.id, since: orders.createdAt })
      .from(orders)
      .where(and(eq(orders.state, "draft"), eq(orders.draftedBy, person)))
      .orderBy(asc(orders.createdAt))
      .limit(MOST),
    db
      .select({ id: orderChanges.orderId, since: orderChanges.askedAt, number: orders.number })
      .from(orderChanges)
      .innerJoin(orders, eq(orders.id, orderChanges.orderId))
      .where(
        and(
          eq(orderChanges.state, "waiting"),
          eq(orderChanges.askedBy, person),
          sql`${orderChanges.orderVersion} = ${orders.updatedAt}`,
        ),
      )
      .orderBy(asc(orderChanges.askedAt))
      .limit(MOST),
    db
      .select({
        id: importRuns.id,
        since: importRuns.startedAt,
        subject: importRuns.subject,
        file: importRuns.fileName,
      })
      .from(importRuns)
      .where(and(eq(importRuns.state, "previewed"), eq(importRuns.startedBy, person)))
      .orderBy(asc(importRuns.startedAt))
      .limit(MOST),
    db
      .select({ id: payments.id, since: payments.madeAt, serial: payments.serial })
      .from(payments)
      .where(and(eq(payments.state, "pending"), eq(payments.madeBy, person)))
      .orderBy(asc(payments.serial))
      .limit(MOST),
    db
      .select({
        filingNumber: requests.filingNumber,
        since: sql`min(${requestDocuments.markedAt})`.mapWith(requests.submittedAt),
      })
      .from(requests)
      .innerJoin(requestDocuments, eq(requestDocuments.requestId, requests.id))
      // What stands from a request before keeps the mark of its day.
      .where(
        and(
          eq(requests.state, "submitted"),
          eq(requestDocuments.markedBy, person),
          gte(requestDocuments.markedAt, requests.submittedAt),
        ),
      )
      .groupBy(requests.id)
      .orderBy(sql`min(${requestDocuments.markedAt})`)
      .limit(MOST),
    db
      .select({ id: providers.id, since: bankAccounts.proposedAt, legalName: providers.legalName })
      .from(bankAccounts)
      .innerJoin(providers, eq(providers.id, bankAccounts.providerId))
      .where(and(eq(bankAccounts.state, "proposed"), eq(bankAccounts.proposedBy, person)))
      .orderBy(asc(bankAccounts.proposedAt))
      .limit(MOST),
  ]);
  return { drafts, changes, imports, runs, reviews, accounts };
}
