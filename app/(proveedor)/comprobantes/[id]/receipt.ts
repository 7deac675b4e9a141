import { cache } from "react";
import { currentCounter } from "@/app/_server/auth/counter";
import { elsewhereOrNotFound } from "@/app/_server/auth/elsewhere";
import { requireGrant } from "@/app/_server/auth/session";
import { readReceipt } from "@/domain/use/read-receipt";
import { lookUpGrant } from "@/model/access";

/** The receipt of a use of this provider; of another one of the person's the page that says so. Cached per request. */
export const receiptOf = cache(async (id: string) => {
  const grant = await requireGrant("counter.work");
  const counter = await currentCounter(grant.actor);
  const receipt = await readReceipt(lookUpGrant(grant), id, counter?.id ?? null);
  return receipt ?? elsewhereOrNotFound(grant, "use", id);
});
