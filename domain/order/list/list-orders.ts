import { databaseFor } from "@/db/client";
import { countOrders, LIST_REACH, listOrderPage, type SealedListedOrder } from "@/db/queries/order-list";
import { unseal } from "@/lib/crypto/seal";
import { shownPage } from "@/lib/paging";
import type { Grant } from "@/model/access";
import { affiliateNamePlace } from "../sealed-fields";
import { type Filters, orderFilters, type SortWord, setFilters } from "./schema";

export type ListedOrder = Omit<SealedListedOrder, "affiliateNameSealed"> & { affiliateName: string };
export type OrderList = {
  orders: ListedOrder[];
  count: number;
  value: number;
  /** So many orders were looked at, and beyond there may be more; null when these are all. */
  reach: number | null;
  page: number;
  pages: number;
};

/** A page of the orders that the filters leave, with the count and the value of those within reach. It is in the log. */
export async function listOrders(
  grant: Grant<"order.find">,
  { filters, sort, size, page }: { filters: Filters; sort: SortWord; size: number; page: number },
  client: { ip: string },
): Promise<OrderList> {
  const db = databaseFor(grant);
  const wanted = orderFilters(filters);
  const totals = await countOrders(db, grant, wanted, {
    action: "order.listed",
    oldestFirst: sort === "fecha-antigua",
    ip: client.ip,
    detail: { filters: setFilters(filters), page },
  });
  const reach = totals?.more ? LIST_REACH : null;
  if (!totals || totals.count === 0) return { orders: [], count: 0, value: 0, reach, page: 1, pages: 1 };
  const { page: shown, pages } = shownPage(totals.count, { size, page });
  const rows = await listOrderPage(db, wanted, { sort, size, page: shown });
  return { orders: rows.map(opened), count: totals.count, value: totals.value, reach, page: shown, pages };
}

function opened({ affiliateNameSealed, ...order }: SealedListedOrder): ListedOrder {
  return { ...order, affiliateName: unseal(affiliateNameSealed, affiliateNamePlace(order.id)) };
}
