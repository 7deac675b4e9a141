import { and, asc, count, eq, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import { settlements } from "@/db/schema/settlement";
import { orderUses } from "@/db/schema/use";
import { undoRequests } from "@/db/schema/use-undo-request";

export const UNDO_PAGE = 50;

/** Of the use, its order and its provider. */
const useFacts = {
  providerId: orderUses.providerId,
  providerName: providers.legalName,
  serial: orderUses.serial,
  usedAt: orderUses.at,
  /** Whole pesos. */
  amount: orderUses.amount,
  orderId: orders.id,
  /** Of a replaced order the value comes back in a new one; of an annulled one to nobody. */
  orderState: orders.state,
  orderNumber: sql<string>`${orders.number}`,
  kindName: sql<string>`rules.name`,
};

const deciders = alias(persons, "decider");

const requestFacts = {
  ...useFacts,
  id: undoRequests.id,
  providerId: undoRequests.providerId,
  askedAt: undoRequests.askedAt,
  reason: undoRequests.reason,
  asker: persons.name,
  useId: undoRequests.useId,
  /** Null while nobody has decided. */
  approved: undoRequests.approved,
  decidedAt: undoRequests.decidedAt,
  decider: deciders.name,
  decisionReason: undoRequests.decisionReason,
};

const requests = (db: Database) =>
  db
    .select(requestFacts)
    .from(undoRequests)
    .innerJoin(orderUses, eq(orderUses.id, undoRequests.useId))
    .innerJoin(orders, eq(orders.id, orderUses.orderId))
    .innerJoinLateral(sql`rules_of(${orders}) rules`, sql`true`)
    .innerJoin(providers, eq(providers.id, undoRequests.providerId))
    .innerJoin(persons, eq(persons.id, undoRequests.askedBy))
    .leftJoin(deciders, eq(deciders.id, undoRequests.decidedBy))
    .$dynamic();

export type UndoRequest = Awaited<ReturnType<typeof requests>>[number];

/** That nobody has taken the use back. */
const isStanding = (db: Database, use: typeof orderUses.id | typeof undoRequests.useId) => {
  const back = alias(orderUses, "back");
  return notExists(db.select({ id: back.id }).from(back).where(eq(back.undoes, use)));
};

const isWaiting = (db: Database) => and(isNull(undoRequests.approved), isStanding(db, undoRequests.useId));

/** A page of what waits for the caja, the oldest first; a use that was taken back meanwhile waits no more. */
export async function listUndoRequests(db: Database, page: number): Promise<UndoRequest[]> {
  return requests(db)
    .where(isWaiting(db))
    .orderBy(asc(undoRequests.askedAt), asc(undoRequests.id))
    .limit(UNDO_PAGE)
    .offset((page - 1) * UNDO_PAGE);
}

export async function countUndoRequests(db: Database): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(undoRequests).where(isWaiting(db));
  return row?.waiting ?? 0;
}

export async function findUndoRequest(db: Database, id: string): Promise<UndoRequest | null> {
  const [row] = await requests(db).where(eq(undoRequests.id, id));
  return row ?? null;
}

/** A use with an objection that was not undone. */
export async function findObjectedUse(db: Database, id: string) {
  const [row] = await db
    .select({
      ...useFacts,
      providerId: providers.id,
      objection: sql<string>`${settlements.objection}`,
      /** The request of its provider that waits for a decision: that one is decided instead. */
      requestId: undoRequests.id,
    })
    .from(orderUses)
    .innerJoin(settlements, and(eq(settlements.useId, orderUses.id), eq(settlements.state, "objected")))
    .innerJoin(orders, eq(orders.id, orderUses.orderId))
    .innerJoinLateral(sql`rules_of(${orders}) rules`, sql`true`)
    .innerJoin(providers, eq(providers.id, orderUses.providerId))
    .leftJoin(undoRequests, and(eq(undoRequests.useId, orderUses.id), isNull(undoRequests.decidedAt)))
    .where(and(eq(orderUses.id, id), isStanding(db, orderUses.id)));
  return row ?? null;
}
