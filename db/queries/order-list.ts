import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { Domains } from "@/db/contract/functions.generated";
import { orders } from "@/db/schema/order";
import { orderCodes } from "@/db/schema/order-code";
import { orderKinds } from "@/db/schema/order-kind";
import type { Grant } from "@/model/access";
import {
  asksBalance,
  type ListPlace,
  type OrderFilters,
  type OrderSort,
  type OrderStanding,
} from "@/model/order-list";
import {
  beyond,
  days,
  firstOf,
  LIST_REACH,
  ofProvider,
  reached,
  sorted,
  wanted,
  whenSet,
} from "./order-filters";
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
const listed = {
  ...columns,
  own: sql<boolean>`${orders.draftedBy} is not null`,
  /** Whether it may go to paper. */
  waits: sql<boolean>`${orders.state} = 'issued' and ${orders.validUntil} >= bogota_today()`,
};
export type SealedListedOrder = Awaited<ReturnType<typeof listOrderPage>>[number];

export type OrderTotals = {
  count: number;
  value: number;
  /** What is left of them; null where the filters ask for no such sum (`asksBalance`). */
  left: number | null;
  /** How many of them are shown on the pages before. */
  passed: number;
  /** Whether the limit was reached, so that there may be more. */
  more: boolean;
  at: Date;
  outcome: Domains["order_list_outcome"];
};

/** A page of a list: how it is sorted, how long it is and where it begins; null is the first. */
export type OrderPage = { sort: OrderSort; size: number; place: ListPlace | null };

/** Count and value of the scanned orders. Reading is audited, or refused by the outcome. */
export async function countOrders(
  db: Database,
  grant: Grant<"order.find"> | Grant<"order.export">,
  filters: OrderFilters,
  note: {
    action: "order.listed" | "order.exported";
    page?: OrderPage;
    ip: string;
    detail: (passed: number) => Record<string, unknown>;
  },
): Promise<OrderTotals> {
  const { page } = note;
  const looked = db
    .select({
      value: orders.value,
      // Only where the index that leads to the orders holds it.
      left: asksBalance(filters) ? orders.balance : sql`null::bigint`.as("left"),
      fits: sql<boolean>`${wanted(filters) ?? sql`true`}`.as("fits"),
      passed: sql<boolean>`${page?.place ? isPassed(page.sort, page.place) : sql`false`}`.as("passed"),
    })
    .from(reached(db, filters, page?.sort === "oldest"))
    .limit(LIST_REACH) // or else each sum would ask of every order anew
    .as("looked");
  const [totals] = await db
    .select({
      count: sql`count(*) filter (where ${looked.fits})`.mapWith(Number),
      value: sql`coalesce(sum(${looked.value}) filter (where ${looked.fits}), 0)`.mapWith(Number),
      left: sql`sum(${looked.left}) filter (where ${looked.fits})`.mapWith(Number),
      passed: sql`count(*) filter (where ${looked.fits} and ${looked.passed})`.mapWith(Number),
      more: sql<boolean>`count(*) = ${LIST_REACH}`,
    })
    .from(looked);
  const { count = 0, value = 0, more = false } = totals ?? {};
  const passed = Math.max(0, (totals?.passed ?? 0) - (page?.place && "before" in page.place ? page.size : 0));
  const detail = note.detail(passed);
  const recorded = await call(db, "record_order_list", {
    actor: grant.actor.personId,
    action: note.action,
    ip: note.ip,
    count,
    detail: more ? { ...detail, more } : detail,
  });
  const left = asksBalance(filters) ? (totals?.left ?? 0) : null;
  return { count, value, left, passed, more, ...recorded };
}

/** The orders of the pages before: up to the one that this page comes after, or before the one that it ends before. */
const isPassed = (sort: OrderSort, place: ListPlace) =>
  "after" in place ? sql`not ${beyond(sort, place)}` : beyond(sort, place);

/** One page of the orders within reach. */
export function listOrderPage(db: Database, filters: OrderFilters, { sort, size, place }: OrderPage) {
  const shown = db
    .select({ id: orders.id })
    .from(reached(db, filters, sort === "oldest"))
    .where(
      and(
        wanted(filters),
        whenSet(place, (from) => beyond(sort, from)),
      ),
    )
    .orderBy(...sorted(sort, place !== null && "before" in place))
    .limit(size)
    .as("page");
  return db
    .select(listed)
    .from(shown)
    .innerJoin(orders, eq(orders.id, shown.id))
    .innerJoin(orderKinds, eq(orderKinds.code, orders.kindCode))
    .orderBy(...sorted(sort));
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
  const { providerNit: nit } = filters;
  const [end = null] = await db
    .select({ issuedOn: orders.issuedOn, id: orders.id })
    .from(
      firstOf(db, nit === null ? [] : ofProvider(nit), {
        within: and(...days(filters), rest),
        way: sorted("newest"),
        limit: reach,
      }),
    )
    .orderBy(...sorted("newest"))
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
    .orderBy(...sorted("newest"));
  return { orders: found, end };
}
