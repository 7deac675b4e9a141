import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { orders } from "@/db/schema/order";
import { orderChanges, orderRepeats } from "@/db/schema/order-change";
import { orderKinds } from "@/db/schema/order-kind";

/** Whether the order is unchanged; otherwise the pending change has lapsed. */
const current = and(eq(orderChanges.state, "waiting"), eq(orderChanges.orderVersion, orders.updatedAt));

const change = {
  id: orderChanges.id,
  orderId: orderChanges.orderId,
  action: orderChanges.action,
  validUntil: orderChanges.validUntil,
  reason: orderChanges.reason,
  askedBy: orderChanges.askedBy,
  asker: persons.name,
  askedAt: orderChanges.askedAt,
};

/** The extension or replacement of an order that waits for a second person, or null. */
export async function findWaitingChange(db: Database, orderId: string) {
  const [row] = await db
    .select(change)
    .from(orderChanges)
    .innerJoin(orders, eq(orders.id, orderChanges.orderId))
    .innerJoin(persons, eq(persons.id, orderChanges.askedBy))
    .where(and(eq(orderChanges.orderId, orderId), current));
  return row ?? null;
}

/** All of them, oldest first. */
export async function listWaitingChanges(db: Database, limit: number) {
  return db
    .select({
      ...change,
      kindName: orderKinds.name,
      number: orders.number,
      concept: orders.concept,
      value: orders.balance,
    })
    .from(orderChanges)
    .innerJoin(orders, eq(orders.id, orderChanges.orderId))
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .innerJoin(persons, eq(persons.id, orderChanges.askedBy))
    .where(current)
    .orderBy(asc(orderChanges.askedAt))
    .limit(limit);
}

/** The newest change of an order that was sent back and not asked for again, or null. */
export async function findChangeSentBack(db: Database, orderId: string) {
  const [row] = await db
    .select({
      state: orderChanges.state,
      action: orderChanges.action,
      by: persons.name,
      at: orderChanges.decidedAt,
      note: orderChanges.note,
    })
    .from(orderChanges)
    .leftJoin(persons, eq(persons.id, orderChanges.decidedBy))
    .where(eq(orderChanges.orderId, orderId))
    .orderBy(desc(orderChanges.askedAt))
    .limit(1);
  return row?.state === "sent_back" ? row : null;
}

/**
 * The newest order with the same value and concept for the affiliate, and the reason for a repetition if one
 * was given; null when there is none.
 */
export async function findRepeated(db: Database, draftId: string) {
  const [row] = await db
    .select({
      id: orders.id,
      number: orders.number,
      issuedOn: orders.issuedOn,
      reason: orderRepeats.reason,
    })
    .from(orders)
    .leftJoin(orderRepeats, and(eq(orderRepeats.orderId, draftId), eq(orderRepeats.repeats, orders.id)))
    .where(eq(orders.id, sql`(select repeated_order(d) from ${orders} d where d.id = ${draftId}::uuid)`));
  return row ?? null;
}
export type Repeated = NonNullable<Awaited<ReturnType<typeof findRepeated>>>;
