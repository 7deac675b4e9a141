import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { requireGrant } from "@/app/_server/auth/session";
import { cajaDatabase } from "@/db/client";
import { findSeen } from "@/db/queries/seen";
import { type FoundOrder, openOrder } from "@/domain/order/find-orders";
import { allowedActions, type OrderAction } from "@/domain/order/life";
import { currentClient } from "@/lib/http/client";
import type { CajaActor } from "@/model/access";
import { backToOrder } from "./way-back";

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

/** The order of a page. Once a request, because each opening is a line of the log. */
export const orderOf = cache(async (id: string) => {
  const grant = await requireGrant("order.find");
  const found = isId(id) ? await openOrder(grant, id, await currentClient()) : null;
  return found ?? notFound();
});

/** What this person may do with an order now. */
export function allowedActionsOf(actor: CajaActor, order: FoundOrder): OrderAction[] {
  return allowedActions(actor, order);
}

/**
 * For the page of an action: the order, which of these actions are possible now, and the digests for its form.
 * Redirects to the order when none is.
 */
export async function orderFor(actor: CajaActor, id: string, wanted: readonly OrderAction[]) {
  // Asked before the order is read: a change between the two is told.
  const seen = isId(id) ? await findSeen(cajaDatabase(), "order", id) : "{}";
  const { order } = await orderOf(id);
  const may = allowedActionsOf(actor, order);
  const action = wanted.find((one) => may.includes(one));
  if (!action) redirect(await backToOrder(id, { cambio: "1" }));
  return { order, action, may, seen };
}
