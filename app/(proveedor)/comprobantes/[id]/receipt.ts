import { notFound } from "next/navigation";
import { cache } from "react";
import { currentCounter } from "@/app/_server/auth/counter";
import { requireGrant } from "@/app/_server/auth/session";
import { readReceipt } from "@/domain/use/read-receipt";

/** The receipt of a use of this provider. Cached per request. */
export const receiptOf = cache(async (id: string) => {
  const grant = await requireGrant("order.look_up");
  const counter = await currentCounter(grant.actor);
  return (await readReceipt(grant, id, counter?.id ?? null)) ?? notFound();
});
