import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { persons } from "@/db/schema/account";
import { lookups } from "@/db/schema/lookup";
import { orders } from "@/db/schema/order";
import { providers } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import type { OrderStanding } from "@/model/order-list";
import { orderTexts } from "./order-texts";

const lost = alias(orders, "lost");

const found = {
  id: orders.id,
  kindCode: orders.kindCode,
  kindName: sql<string>`rules.name`,
  number: orders.number,
  affiliateIdKind: orders.affiliateIdKind,
  affiliateIdSealed: orders.affiliateIdSealed,
  affiliateNameSealed: orders.affiliateNameSealed,
  value: orders.value,
  balance: orders.balance,
  ...orderTexts,
  issuedOn: orders.issuedOn,
  validUntil: orders.validUntil,
  providerNit: orders.providerNit,
  state: orders.state,
  standing: sql<OrderStanding>`order_standing(${orders}, null, now())`,
  expired: sql<boolean>`is_past(${orders})`,
  draftedBy: orders.draftedBy,
  drafter: persons.name,
  approvalAskedAt: orders.approvalAskedAt,
  waiting: sql<boolean>`${orders.state} = 'draft' and ${orders.approvalAskedAt} is not null`,
  byCore: sql<boolean>`is_core_state(${orders})`,
  coreSaid: orders.coreSaid,
  replacedBy: orders.replacedBy,
  replaces: lost.id,
  version: sql<string>`caja_version(${orders.updatedAt})`,
  stateChangedAt: orders.stateChangedAt,
  createdAt: orders.createdAt,
  updatedAt: orders.updatedAt,
};
export type SealedOrder = Awaited<ReturnType<typeof listOrders>>[number];

/** These orders, newest first. */
function listOrders(db: Database, ids: readonly string[]) {
  return db
    .select(found)
    .from(orders)
    .innerJoinLateral(sql`rules_of(${orders}) rules`, sql`true`)
    .leftJoin(persons, eq(persons.id, orders.draftedBy))
    .leftJoin(lost, eq(lost.replacedBy, orders.id))
    .where(inArray(orders.id, [...ids]))
    .orderBy(desc(orders.issuedOn), asc(orders.numberKey));
}

/** Orders of a number or of an affiliate, newest first; the search itself goes into the log. */
export async function searchOrders(
  db: Database,
  grant: Grant<"order.find">,
  search: { kindCode: string | null; numberKeys: string[]; idIndexes: Buffer[]; limit: number; ip: string },
): Promise<SealedOrder[]> {
  const ids = search.idIndexes.map((bytes) => bytes.toString("hex"));
  const rows = await call(db, "search_orders", {
    actor: grant.actor.personId,
    kind: search.kindCode,
    numberKey: search.numberKeys.at(-1) ?? "",
    idIndex: search.idIndexes.at(-1) ?? Buffer.alloc(0),
    limit: search.limit,
    ip: search.ip,
    readings: { numbers: search.numberKeys, ids },
  });
  return rows.length === 0
    ? []
    : listOrders(
        db,
        rows.map(({ orderId }) => orderId),
      );
}

/** One order, and a line in the log that the grant's person looked at it. */
export async function viewOrder(db: Database, grant: Grant<"order.find">, id: string, ip: string) {
  const seen = await call(db, "view_order", { order: id, actor: grant.actor.personId, ip });
  const [order = null] = seen ? await listOrders(db, [seen.orderId]) : [];
  return order;
}

/** What the kind's rule looks at, of an order or a draft; nothing of the affiliate. */
export async function findOrderDates(db: Database, id: string) {
  const [row] = await db
    .select({
      kindCode: orders.kindCode,
      value: orders.value,
      providerNit: orders.providerNit,
      issuedOn: orders.issuedOn,
      validUntil: orders.validUntil,
    })
    .from(orders)
    .where(eq(orders.id, id));
  return row ?? null;
}

/** What an order is today, without regard to a provider, and whether it was delivered; null when there is none. */
export async function findStanding(db: Database, id: string): Promise<OrderStanding | "delivered" | null> {
  const [row] = await db
    .select({ state: orders.state, standing: sql<OrderStanding>`order_standing(${orders}, null, now())` })
    .from(orders)
    .where(eq(orders.id, id));
  if (!row) return null;
  return row.standing === "current" && row.state === "delivered" ? "delivered" : row.standing;
}

/** Data that must be encrypted again for the replacement order. */
export async function findSealedOrder(db: Database, id: string) {
  const [row] = await db
    .select({
      affiliateIdSealed: orders.affiliateIdSealed,
      affiliateNameSealed: orders.affiliateNameSealed,
      version: sql<string>`caja_version(${orders.updatedAt})`,
    })
    .from(orders)
    .where(eq(orders.id, id));
  return row ?? null;
}

/** The questions that met this order, newest first. */
export async function listLookupsOf(db: Database, orderId: string, limit: number) {
  return db
    .select({
      id: lookups.id,
      askedAt: lookups.askedAt,
      outcome: lookups.outcome,
      provider: providers.legalName,
      person: persons.name,
    })
    .from(lookups)
    .innerJoin(providers, eq(providers.id, lookups.providerId))
    .innerJoin(persons, eq(persons.id, lookups.personId))
    .where(eq(lookups.orderId, orderId))
    .orderBy(desc(lookups.askedAt))
    .limit(limit);
}
