import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import * as rows from "@/db/queries/order-life";
import { findSealedOrder } from "@/db/queries/order-search";
import type { Grant } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { seal, unseal } from "@/lib/crypto/seal";
import { requireDone } from "./outcome";
import { affiliateIdPlace, affiliateNamePlace } from "./sealed-fields";

type Client = { ip: string };
type Changer = Grant<"order.change">;
type Reasoned = { order: string; reason: string };

/** The affiliate has signed for the paper. @throws Refusal "order_state_changed" · "order_expired" */
export async function deliverOrder(
  grant: Changer,
  { order }: { order: string },
  client: Client,
): Promise<void> {
  requireDone(await rows.deliver(databaseFor(grant), grant, order, client.ip));
}

/** An order, or what is left of it, is annulled for good. @throws Refusal "order_state_changed" */
export async function annulOrder(
  grant: Grant<"order.annul">,
  input: Reasoned & { cause: string },
  client: Client,
): Promise<void> {
  requireDone(await rows.annul(databaseFor(grant), grant, input, client.ip));
}

/** No provider may take it while the caja looks at it; one more reason may be given. @throws Refusal "order_state_changed" */
export async function blockOrder(grant: Changer, input: Reasoned, client: Client): Promise<void> {
  requireDone(await rows.block(databaseFor(grant), grant, input, client.ip));
}

/**
 * One reason of the review ends: `hold`, or the only one. With the last one the order goes back to where it was.
 * @throws Refusal "order_state_changed" · "holds_more"
 */
export async function unblockOrder(
  grant: Changer,
  input: Reasoned & { hold?: string },
  client: Client,
): Promise<void> {
  requireDone(await rows.unblock(databaseFor(grant), grant, input, client.ip));
}

/** Moves the last day later. @throws Refusal "order_state_changed" · "dates_outside_rule" */
export async function extendOrder(
  grant: Changer,
  input: Reasoned & { was: string; until: string },
  client: Client,
): Promise<void> {
  requireDone(await rows.extend(databaseFor(grant), grant, input, client.ip));
}

/**
 * A lost paper: the order dies and a new one, with a number of its own and what is left of the value, stands for
 * it. Answers the new one's id.
 * @throws Refusal "order_missing" · "order_state_changed" · "order_expired" · "order_undo_waits" · "order_use_objected"
 */
export async function replaceOrder(
  grant: Changer,
  { order, reason }: Reasoned,
  client: Client,
): Promise<string> {
  const db = databaseFor(grant);
  const lost = await findSealedOrder(db, order);
  if (!lost) throw new Refusal("order_missing");
  const newId = randomUUID();
  const outcome = await rows.replace(
    db,
    grant,
    {
      order,
      reason,
      newId,
      version: lost.version,
      ...sealedAnew(lost, order, newId),
    },
    client.ip,
  );
  requireDone(outcome);
  return newId;
}

/** The affiliate's data of an order, sealed to another one that takes its place. */
export function sealedAnew(
  { affiliateIdSealed, affiliateNameSealed }: { affiliateIdSealed: Buffer; affiliateNameSealed: Buffer },
  from: string,
  to: string,
) {
  return {
    idSealed: seal(unseal(affiliateIdSealed, affiliateIdPlace(from)), affiliateIdPlace(to)),
    nameSealed: seal(unseal(affiliateNameSealed, affiliateNamePlace(from)), affiliateNamePlace(to)),
  };
}
