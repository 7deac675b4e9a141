import { notFound } from "next/navigation";
import { cache } from "react";
import { currentCounter } from "@/app/_server/auth/counter";
import { requireGrant } from "@/app/_server/auth/session";
import { readReceipt } from "@/domain/use/read-receipt";
import { lookUpGrant } from "@/model/access";

/** The receipt of a use of this provider. Cached per request. */
export const receiptOf = cache(async (id: string) => {
  const grant = await requireGrant("counter.work");
  const counter = await currentCounter(grant.actor);
  return (await readReceipt(lookUpGrant(grant), id, counter?.id ?? null)) ?? notFound();
});
