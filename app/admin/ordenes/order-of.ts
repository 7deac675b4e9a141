import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { CajaActor } from "@/domain/access";
import { type FoundOrder, openOrder } from "@/domain/order/find-orders";
import { type Deed, deedsFor } from "@/domain/order/life";
import { requireGrant } from "@/lib/auth/session";
import { currentClient } from "@/lib/http/client";

/** The order of a page. Once a request, because each opening is a line of the log. */
export const orderOf = cache(async (id: string) => {
  const grant = await requireGrant("order.find");
  const found = /^[0-9a-f-]{36}$/.test(id) ? await openOrder(grant, id, await currentClient()) : null;
  return found ?? notFound();
});

/** What this person may do with an order now. */
export function deedsOf(actor: CajaActor, order: FoundOrder): Deed[] {
  return deedsFor(actor, order);
}

/** For the page of one deed: the order and which of these may be done now; else back to the order. */
export async function orderFor(actor: CajaActor, id: string, wanted: readonly Deed[]) {
  const { order } = await orderOf(id);
  const may = deedsOf(actor, order);
  const deed = wanted.find((one) => may.includes(one));
  if (!deed) redirect(`/admin/ordenes/${id}`);
  return { order, deed, may };
}
