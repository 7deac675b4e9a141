import { databaseFor } from "@/db/client";
import { LIST_REACH } from "@/db/queries/order-filters";
import { countOrders, listOrderPage, type SealedListedOrder } from "@/db/queries/order-list";
import { requireDone } from "@/domain/outcome";
import { unseal } from "@/lib/crypto/seal";
import { shownPage } from "@/lib/paging";
import type { Grant } from "@/model/access";
import { type OrderFilters, type OrderSort, setOrderFilters } from "@/model/order-list";
import { affiliateNamePlace } from "../sealed-fields";

export type ListedOrder = Omit<SealedListedOrder, "affiliateNameSealed"> & { affiliateName: string };
type ListQuery = {
  filters: OrderFilters;
  sort: OrderSort;
  size: number;
  page: number;
};
export type OrderList = {
  orders: ListedOrder[];
  count: number;
  value: number;
  /** Limit of the orders that were counted, when there may be more; null when these are all. */
  reach: number | null;
  page: number;
  pages: number;
};

/** A page of the filtered orders, with count and value up to that limit. */
export async function listOrders(
  grant: Grant<"order.find">,
  { filters, sort, size, page }: ListQuery,
  client: { ip: string },
): Promise<OrderList> {
  const db = databaseFor(grant);
  const totals = await countOrders(db, grant, filters, {
    action: "order.listed",
    oldestFirst: sort === "oldest",
    ip: client.ip,
    detail: { filters: setOrderFilters(filters), page },
  });
  requireDone("order_list_outcome", totals.outcome);
  const reach = totals.more ? LIST_REACH : null;
  if (totals.count === 0) return { orders: [], count: 0, value: 0, reach, page: 1, pages: 1 };
  const { page: shown, pages } = shownPage(totals.count, { size, page });
  const rows = await listOrderPage(db, filters, { sort, size, page: shown });
  return { orders: rows.map(opened), count: totals.count, value: totals.value, reach, page: shown, pages };
}

function opened({ affiliateNameSealed, ...order }: SealedListedOrder): ListedOrder {
  return { ...order, affiliateName: unseal(affiliateNameSealed, affiliateNamePlace(order.id)) };
}
