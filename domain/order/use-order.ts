import { databaseFor } from "@/db/client";
import { findLookup } from "@/db/queries/lookup";
import { claimOrder, registerUse, releaseClaim, settleUse } from "@/db/queries/order-use";
import { authorize, type Grant } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import type { UseInput } from "./schema";

type UseGrant = Grant<"order.use">;
type Client = { ip: string };

/**
 * Registers the use of an order that an own look-up found and compared; answers the receipt's id, or null when
 * there is none and the answer page says why. The same key gets the same receipt, however often it is sent.
 * @throws Refusal "amount_not_left"
 */
export async function registerOrderUse(
  grant: UseGrant,
  input: UseInput,
  counterId: string | null,
  client: Client,
): Promise<string | null> {
  const db = databaseFor(grant);
  const { lookupId, key } = input;
  const asked = await findLookup(db, authorize(grant.actor, "order.look_up"), lookupId);
  if (!asked?.orderId) return settleUse(db, grant, lookupId, key);
  const { outcome, useId } = await registerUse(db, grant, {
    orderId: asked.orderId,
    lookupId,
    counterId,
    key,
    amount: input.amount ?? input.left,
    invoice: input.invoice,
    ip: client.ip,
  });
  if (outcome === "amount") throw new Refusal("amount_not_left");
  // A key that made a use of another amount still made that use: its receipt is the truth.
  if (outcome === "key_reused") return settleUse(db, grant, lookupId, key);
  return outcome === "done" || outcome === "same" ? useId : null;
}

/** The receipt of the use that a key made; null when it made none. Waits for one that is under way. */
export async function findUseByKey(grant: UseGrant, lookupId: string, key: string): Promise<string | null> {
  return settleUse(databaseFor(grant), grant, lookupId, key);
}

/** Takes an order for 15 minutes; says whether it may now be charged. */
export async function claimBeforeUse(grant: UseGrant, lookupId: string, client: Client): Promise<boolean> {
  const outcome = await claimOrder(databaseFor(grant), grant, lookupId, client.ip);
  return outcome === "done" || outcome === "not_asked";
}

export async function releaseOrder(grant: UseGrant, lookupId: string, client: Client): Promise<void> {
  await releaseClaim(databaseFor(grant), grant, lookupId, client.ip);
}
