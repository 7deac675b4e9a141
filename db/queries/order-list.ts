import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Domains } from "@/db/contract/functions.generated";
import { orders } from "@/db/schema/order";
import { orderCodes } from "@/db/schema/order-code";
import { orderKinds } from "@/db/schema/order-kind";
import type { Grant } from "@/model/access";
import type { OrderFilters, OrderSort, OrderStanding } from "@/model/order-list";
import { days, LIST_REACH, reached, sorts, wanted, whenSet } from "./order-filters";
import { orderTexts } from "./order-texts";

const columns = {
  id: orders.id,
  kindName: orderKinds.name,
  number: orders.number,
  affiliateNameSealed: orders.affiliateNameSealed,
  value: orders.value,
  ...orderTexts,
  issuedOn: orders.issuedOn,
  validUntil: orders.validUntil,
  providerNit: orders.providerNit,
  standing: sql<OrderStanding>`order_standing(${orders}, null, now())`,
};
export type SealedListedOrder = Awaited<ReturnType<typeof listOrderPage>>[number];

export type OrderTotals = {
  count: number;
  value: number;
  /** Whether the limit was reached, so that there may be more. */
  more: boolean;
  at: Date;
  outcome: Domains["order_list_outcome"];
};

/** Count and value of the scanned orders. Reading is audited, or refused by the outcome. */
export async function countOrders(
  db: Database,
  grant: Grant<"order.find"> | Grant<"order.export">,
  filters: OrderFilters,
  note: {
    action: "order.listed" | "order.exported";
    oldestFirst?: boolean;
    ip: string;
    detail: Record<string, unknown>;
  },
): Promise<OrderTotals> {
  const looked = db
    .select({ value: orders.value, fits: sql<boolean>`${wanted(filters) ?? sql`true`}`.as("fits") })
    .from(reached(db, filters, note.oldestFirst ?? false))
    .limit(LIST_REACH) // otherwise each sum would evaluate it again for every order
    .as("looked");
  const [totals] = await db
    .select({
      count: sql`count(*) filter (where ${looked.fits})`.mapWith(Number),
      value: sql`coalesce(sum(${looked.value}) filter (where ${looked.fits}), 0)`.mapWith(Number),
      more: sql<boolean>`count(*) = ${LIST_REACH}`,
    })
    .from(looked);
  const { count = 0, value = 0, more = false } = totals ?? {};
  const recorded = await call(db, "record_order_list", {
    actor: grant.actor.personId,
    action: note.action,
    ip: note.ip,
    count,
    detail: more ? { ...note.detail, more } : note.detail,
  });
  return { count, value, more, ...recorded };
}

/** One page of the orders within reach; the first one is page 1. */
export function listOrderPage(
  db: Database,
  filters: OrderFilters,
  { sort, size, page }: { sort: OrderSort; size: number; page: number },
) {
  const shown = db
    .select({ id: orders.id })
    .from(reached(db, filters, sort === "oldest"))
    .where(wanted(filters))
    .orderBy(...sorts[sort])
    .limit(size)
    .offset((page - 1) * size)
    .as("page");
  return db
    .select(columns)
    .from(shown)
    .innerJoin(orders, eq(orders.id, shown.id))
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .orderBy(...sorts[sort]);
}

const exported = {
  ...columns,
  kindCode: orders.kindCode,
  affiliateIdKind: orders.affiliateIdKind,
  affiliateIdSealed: orders.affiliateIdSealed,
  state: orders.state,
  stateChangedAt: orders.stateChangedAt,
  balance: orders.balance,
  own: sql<boolean>`${orders.draftedBy} is not null`,
  prints: sql<number>`coalesce(${orderCodes.prints}, 0)`,
};
export type ExportedOrder = Awaited<ReturnType<typeof listOrdersAfter>>["orders"][number];

export type OrderPlace = { issuedOn: string; id: string };

const placeOf = ({ issuedOn, id }: OrderPlace) => sql`(${issuedOn}::date, ${id}::uuid)`;

/**
 * The orders that come after a place, newest first, as far as `reach` orders go; `end` is where the next ones begin,
 * null when these were the last. Each batch is one short statement, whatever the filters leave.
 */
export async function listOrdersAfter(
  db: Database,
  filters: OrderFilters,
  after: OrderPlace | null,
  reach: number,
) {
  const place = sql`(${orders.issuedOn}, ${orders.id})`;
  const rest = whenSet(after, (from) => sql`${place} < ${placeOf(from)}`);
  const [end = null] = await db
    .select({ issuedOn: orders.issuedOn, id: orders.id })
    .from(orders)
    .where(
      and(
        whenSet(filters.providerNit, (nit) => eq(orders.providerNit, nit)),
        ...days(filters),
        rest,
      ),
    )
    .orderBy(...sorts.newest)
    .limit(1)
    .offset(reach - 1);
  const found = await db
    .select(exported)
    .from(orders)
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .leftJoin(orderCodes, eq(orderCodes.orderId, orders.id))
    .where(
      and(
        wanted(filters),
        rest,
        whenSet(end, (to) => sql`${place} >= ${placeOf(to)}`),
      ),
    )
    .orderBy(...sorts.newest);
  return { orders: found, end };
}
