import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findLookup } from "@/db/queries/lookup";
import { ownOf } from "@/db/queries/provider-own";
import { requireDone } from "@/domain/outcome";
import { authorize, type Grant } from "@/model/access";
import type { UseInput } from "./schema";

type UseGrant = Grant<"order.use">;
type Client = { ip: string };

/** `isSame` is false when the idempotency key had registered a use of another amount or with another invoice. */
type Registered = { receipt: string; isSame: boolean };

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
  const registered = async () => {
    const receipt = await call(db, "use_of_key", { ...ownOf(grant), key });
    return receipt ? { receipt, isSame: false } : null;
  };
  const lookup = await findLookup(db, authorize(grant.actor, "order.look_up"), lookupId);
  if (!lookup?.orderId) return registered();
  const { outcome, useId } = await call(db, "use_order", {
    ...asker(grant, client),
    session: grant.actor.sessionId,
    order: lookup.orderId,
    lookup: lookupId,
    counter: counterId,
    key,
    amount: input.amount ?? input.left,
    invoice: input.invoice,
  });
  requireDone("use_outcome", outcome);
  // A replayed idempotency key answers the use that it registered first, whatever is sent now.
  if (outcome === "key_reused") return registered();
  return useId && (outcome === "done" || outcome === "same") ? { receipt: useId, isSame: true } : null;
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
  return call(databaseFor(grant), "settle_use", { ...asker(grant, client), lookup: lookupId, key });
}

/** Claims an order for 15 minutes, so that no other counter can charge it meanwhile. */
export async function claimBeforeUse(grant: UseGrant, lookupId: string, client: Client): Promise<boolean> {
  const outcome = await call(databaseFor(grant), "claim_order", {
    ...asker(grant, client),
    session: grant.actor.sessionId,
    lookup: lookupId,
  });
  requireDone("claim_outcome", outcome);
  return outcome === "done" || outcome === "not_asked";
}

export async function releaseOrder(grant: UseGrant, lookupId: string, client: Client): Promise<void> {
  await call(databaseFor(grant), "release_claim", { ...asker(grant, client), lookup: lookupId });
}

function asker({ actor }: UseGrant, { ip }: Client) {
  return { person: actor.personId, provider: actor.provider.id, ip };
}
