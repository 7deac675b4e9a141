import { randomUUID } from "node:crypto";
import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { OrderOutcome } from "@/db/contract/functions.generated";
import { findWaitingChange } from "@/db/queries/order-change";
import { findIssueFacts } from "@/db/queries/order-draft";
import { findOrderDates, findSealedOrder, findStanding } from "@/db/queries/order-search";
import { lastDayOf } from "@/domain/order-kind/kinds";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import { seal, unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { affiliateIdPlace, affiliateNamePlace } from "./sealed-fields";

type Client = { ip: string };
type Changer = Grant<"order.change">;
type Approver = Grant<"order.approve">;
/** A decision on an order, with what its page had shown (domain/seen.ts). */
type SeenOrder = { order: string; seen?: string };
type Reasoned = SeenOrder & { reason: string };

/**
 * @throws Refusal "changed_since" when the order is not what was shown · "order_now" when its state allows this no
 * longer · what the outcome says
 */
async function requireOrderDone(
  db: Database,
  { order, seen }: SeenOrder,
  outcome: OrderOutcome,
): Promise<void> {
  if (outcome === "changed") {
    const shown = { kind: "order", id: order, was: seenParts(seen) } as const;
    throw changedSince(await call(db, "list_seen_changes", shown));
  }
  const standing = outcome === "state_changed" ? await findStanding(db, order) : null;
  if (standing) throw new Refusal("order_now", undefined, undefined, [{ what: standing }]);
  requireDone("order_outcome", outcome);
}

/**
 * Marks that the affiliate has signed for the paper. @throws Refusal "changed_since" · "order_now" ·
 * "order_expired"
 */
export async function deliverOrder(grant: Changer, input: SeenOrder, client: Client): Promise<void> {
  const db = databaseFor(grant);
  await requireOrderDone(db, input, await call(db, "deliver_order", actionArguments(grant, input, client)));
}

/** Annuls an order, or the rest of it, permanently. @throws Refusal "changed_since" · "order_now" */
export async function annulOrder(
  grant: Grant<"order.annul">,
  input: Reasoned & { cause: string },
  client: Client,
): Promise<void> {
  const db = databaseFor(grant);
  const { cause, reason } = input;
  const args = { ...actionArguments(grant, input, client), reason: cause, note: reason };
  await requireOrderDone(db, input, await call(db, "annul_order", args));
}

/**
 * Puts an order in review, so that no provider can use it, or adds another hold.
 * @throws Refusal "changed_since" · "order_now"
 */
export async function blockOrder(grant: Changer, input: Reasoned, client: Client): Promise<void> {
  const db = databaseFor(grant);
  const args = { ...actionArguments(grant, input, client), reason: input.reason };
  await requireOrderDone(db, input, await call(db, "block_order", args));
}

/**
 * Ends one hold of a review: `hold`, or the only one. With the last one the order returns to its earlier state.
 * @throws Refusal "changed_since" · "order_now" · "holds_more"
 */
export async function unblockOrder(
  grant: Changer,
  input: Reasoned & { hold?: string },
  client: Client,
): Promise<void> {
  const db = databaseFor(grant);
  const { reason, hold } = input;
  const args = { ...actionArguments(grant, input, client), reason, hold };
  await requireOrderDone(db, input, await call(db, "unblock_order", args));
}

/** "done", or "asked": its kind needs a second person, who finds it among the pending changes. */
export type ChangeOutcome = "done" | "asked";

/**
 * Extends an order, at most to the last day of an order of its kind that begins today.
 * @throws Refusal "changed_since" · "order_now" · "dates_outside_rule" · "change_waits"
 */
export async function extendOrder(
  grant: Changer,
  input: Reasoned & { was: string; until: string },
  client: Client,
): Promise<ChangeOutcome> {
  await requireLastDay(grant, input);
  const db = databaseFor(grant);
  const { was, until, reason } = input;
  const args = { ...actionArguments(grant, input, client), was, until, reason };
  return doneOrWaiting(db, input, await call(db, "extend_order", args));
}

/** Checks the day against working days, which the database cannot count. */
async function requireLastDay(grant: Changer, { order, until }: { order: string; until: string }) {
  const db = databaseFor(grant);
  const dates = await findOrderDates(db, order);
  if (!dates) throw new Refusal("order_missing");
  const { kind, today } = await findIssueFacts(db, dates.kindCode);
  if (kind && until > lastDayOf(kind, today)) throw new Refusal("dates_outside_rule");
}

async function doneOrWaiting(db: Database, order: SeenOrder, outcome: OrderOutcome): Promise<ChangeOutcome> {
  if (outcome !== "asked") await requireOrderDone(db, order, outcome);
  return outcome === "asked" ? "asked" : "done";
}

/**
 * Replaces the order of a lost paper by a new one with its own number and the balance. Returns the new order's
 * id, or null when it waits for a second person.
 * @throws Refusal "order_missing" · "changed_since" · "order_now" · "order_expired" · "order_undo_waits" ·
 * "order_use_objected" · "change_waits"
 */
export async function replaceOrder(grant: Changer, lost: Reasoned, client: Client): Promise<string | null> {
  return replaceWith(grant, lost, null, client);
}

/**
 * Approves an extension or a replacement as second person. Returns the affiliate's current order.
 * @throws Refusal "same_person" · "change_lapsed" · "order_state_changed" · what forbids the change now
 */
export async function approveChange(
  grant: Approver,
  { order, change }: { order: string; change: string },
  client: Client,
): Promise<string> {
  const db = databaseFor(grant);
  const waiting = await findWaitingChange(db, order);
  if (waiting?.id !== change) throw new Refusal("change_lapsed");
  const { reason, validUntil } = waiting;
  if (validUntil === null) return (await replaceWith(grant, { order, reason }, change, client)) ?? order;
  const dates = await findOrderDates(db, order);
  if (!dates) throw new Refusal("order_missing");
  const args = { was: dates.validUntil, until: validUntil, reason, change };
  const outcome = await call(db, "extend_order", { ...actionArguments(grant, { order }, client), ...args });
  await requireOrderDone(db, { order }, outcome);
  return order;
}

/** Rejects a change that waits for a second person, or withdraws an own one. @throws Refusal "order_state_changed" */
export async function sendChangeBack(
  grant: Approver,
  input: { change: string; reason: string },
  client: Client,
): Promise<void> {
  const outcome = await call(databaseFor(grant), "send_change_back", {
    change: input.change,
    reason: input.reason,
    actor: grant.actor.personId,
    ip: client.ip,
  });
  requireDone("order_outcome", outcome);
}

async function replaceWith(
  grant: Changer | Approver,
  { order, reason, seen }: Reasoned,
  change: string | null,
  client: Client,
): Promise<string | null> {
  const db = databaseFor(grant);
  const lost = await findSealedOrder(db, order);
  if (!lost) throw new Refusal("order_missing");
  const newId = randomUUID();
  const outcome = await call(db, "replace_order", {
    ...actionArguments(grant, { order, seen }, client),
    new: newId,
    version: lost.version,
    ...resealed(lost, order, newId),
    reason,
    change,
  });
  return (await doneOrWaiting(db, { order, seen }, outcome)) === "asked" ? null : newId;
}

/** The arguments that every SQL function that changes an order takes. */
function actionArguments(
  { actor }: Changer | Approver | Grant<"order.annul">,
  { order, seen }: SeenOrder,
  { ip }: Client,
) {
  return { order, actor: actor.personId, ip, seen: seenParts(seen) };
}

/** The affiliate's data of an order, encrypted for its replacement. */
export function resealed(
  { affiliateIdSealed, affiliateNameSealed }: { affiliateIdSealed: Buffer; affiliateNameSealed: Buffer },
  from: string,
  to: string,
) {
  return {
    idSealed: seal(unseal(affiliateIdSealed, affiliateIdPlace(from)), affiliateIdPlace(to)),
    nameSealed: seal(unseal(affiliateNameSealed, affiliateNamePlace(from)), affiliateNamePlace(to)),
  };
}
