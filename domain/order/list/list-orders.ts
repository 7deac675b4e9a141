import { databaseFor } from "@/db/client";
import { countTabs, type TabCounts } from "@/db/queries/order-counts";
import { LIST_REACH } from "@/db/queries/order-filters";
import { countOrders, listOrderPage, type OrderPage, type SealedListedOrder } from "@/db/queries/order-list";
import { requireDone } from "@/domain/outcome";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { type OrderFilters, setOrderFilters } from "@/model/order-list";
import { affiliateNamePlace } from "../sealed-fields";

export type ListedOrder = Omit<SealedListedOrder, "affiliateNameSealed"> & { affiliateName: string };
type ListQuery = OrderPage & { filters: OrderFilters };
export type OrderList = {
  orders: ListedOrder[];
  count: number;
  value: number;
  /** What is left of them, where it is not their value and the filters ask for it. */
  left: number | null;
  /** Limit of the orders that were counted, when there may be more; null when these are all. */
  reach: number | null;
  /** How many of them come before these. */
  passed: number;
  /** How many each tab has; null where that is not known. */
  tabs: TabCounts | null;
};

/** A page of the filtered orders, with count and value up to that limit. */
export async function listOrders(
  grant: Grant<"order.find">,
  { filters, ...page }: ListQuery,
  client: { ip: string },
): Promise<OrderList> {
  const db = databaseFor(grant);
  const counted = countTabs(db, filters);
  counted.catch(() => {}); // What is awaited below throws it.
  const { count, value, left, passed, more, outcome } = await countOrders(db, grant, filters, {
    action: "order.listed",
    page,
    ip: client.ip,
    detail: (before) => ({ filters: setOrderFilters(filters), page: Math.floor(before / page.size) + 1 }),
  });
  requireDone("order_list_outcome", outcome);
  const list = { count, value, left: left === value ? null : left, reach: more ? LIST_REACH : null };
  // A place that is no more, or that nothing comes before or after, leads to the first page.
  const place = passed > 0 && passed < count ? page.place : null;
  const rows = count === 0 ? [] : await listOrderPage(db, filters, { ...page, place });
  return { ...list, orders: rows.map(opened), passed: place ? passed : 0, tabs: await counted };
}

function opened({ affiliateNameSealed, ...order }: SealedListedOrder): ListedOrder {
  return { ...order, affiliateName: unseal(affiliateNameSealed, affiliateNamePlace(order.id)) };
}
