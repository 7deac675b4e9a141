import { notFound } from "next/navigation";
import { cache } from "react";
import { readReceipt } from "@/domain/order/read-receipt";
import { currentCounter } from "@/lib/auth/counter";
import { requireGrant } from "@/lib/auth/session";

/** The receipt of a use of this provider's; read once a request. */
export const receiptOf = cache(async (id: string) => {
  const grant = await requireGrant("order.look_up");
  const counter = await currentCounter(grant.actor);
  return (await readReceipt(grant, id, counter?.id ?? null)) ?? notFound();
});
