import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { importRuns } from "@/db/schema/import";
import { orders } from "@/db/schema/order";
import { orderChanges } from "@/db/schema/order-change";
import { payments } from "@/db/schema/payment";

const MOST = 50;

/**
 * What a person of the caja began and nobody has ended: drafts, changes of orders that wait for a second person, files
 * that wait for their confirmation, payment runs that wait for approval. Oldest first.
 */
export async function listOpenWork(db: Database, person: string) {
  const [drafts, changes, imports, runs] = await Promise.all([
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
  ]);
  return { drafts, changes, imports, runs };
}
