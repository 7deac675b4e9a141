import { databaseFor } from "@/db/client";
import { findLookup } from "@/db/queries/lookup";
import { claimOrder, findUseOfKey, registerUse, releaseClaim, settleUse } from "@/db/queries/use";
import type { UseInput } from "@/domain/order/schema";
import { authorize, type Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

type UseGrant = Grant<"order.use">;
type Client = { ip: string };

/** `asAsked` is false where the key had made a use before, of another amount or with another invoice. */
type Registered = { receipt: string; asAsked: boolean };

/**
 * Registers the use of an order that an own look-up found and compared; answers its receipt, or null when there is
 * none and the answer page says why. The same key gets the same receipt, however often it is sent.
 * @throws Refusal "amount_not_left"
 */
export async function registerOrderUse(
  grant: UseGrant,
  input: UseInput,
  counterId: string | null,
  client: Client,
): Promise<Registered | null> {
  const db = databaseFor(grant);
  const { lookupId, key } = input;
  const made = async () => {
    const receipt = await findUseOfKey(db, grant, key);
    return receipt ? { receipt, asAsked: false } : null;
  };
  const asked = await findLookup(db, authorize(grant.actor, "order.look_up"), lookupId);
  if (!asked?.orderId) return made();
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
  // What the key made before is the truth, whatever is asked now.
  if (outcome === "key_reused") return made();
  return useId && (outcome === "done" || outcome === "same") ? { receipt: useId, asAsked: true } : null;
}

/**
 * The receipt of the use that a key made. Null when it made none: then it never will, whatever of it is still under
 * way. Waits for one that is.
 */
export async function settleUseOfKey(
  grant: UseGrant,
  lookupId: string,
  key: string,
  client: Client,
): Promise<string | null> {
  return settleUse(databaseFor(grant), grant, lookupId, key, client.ip);
}

/** Takes an order for 15 minutes; says whether it may now be charged. */
export async function claimBeforeUse(grant: UseGrant, lookupId: string, client: Client): Promise<boolean> {
  const outcome = await claimOrder(databaseFor(grant), grant, lookupId, client.ip);
  return outcome === "done" || outcome === "not_asked";
}

export async function releaseOrder(grant: UseGrant, lookupId: string, client: Client): Promise<void> {
  await releaseClaim(databaseFor(grant), grant, lookupId, client.ip);
}
