import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findIssueFacts } from "@/db/queries/order-draft";
import { findOrderDates } from "@/db/queries/order-search";
import { ruleFault } from "@/domain/order-kind/kinds";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { laterDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";

/** A draft as it was shown, with a reason when it may duplicate another order. */
type Shown = { order: string; version: string; repeats?: string | null; reason?: string | null };
type Client = { ip: string };

/**
 * Gives an own draft its number. From its kind's limit on, alone or with the day's others, it needs a second person
 * instead; what the affiliate has already, a reason.
 * @throws Refusal "needs_second_person" · "repeats_order" · "draft_changed" · what its kind forbids now
 */
export async function issueOrder(grant: Grant<"order.issue">, shown: Shown, client: Client): Promise<void> {
  await requireRule(grant, shown.order);
  const outcome = await call(databaseFor(grant), "issue_order", {
    ...issueArguments(grant, shown, client),
    approves: false,
  });
  requireDone("draft_outcome", outcome);
}

/** Submits an own draft for approval by a second person. @throws Refusal "draft_changed" · "repeats_order" */
export async function askApproval(grant: Grant<"order.issue">, shown: Shown, client: Client): Promise<void> {
  await requireRule(grant, shown.order);
  const outcome = await call(databaseFor(grant), "ask_order_approval", issueArguments(grant, shown, client));
  requireDone("draft_outcome", outcome);
}

/** The second person approves, which issues it. @throws Refusal "same_person" · "draft_changed" · "repeats_order" */
export async function approveOrder(
  grant: Grant<"order.approve">,
  shown: Shown,
  client: Client,
): Promise<void> {
  await requireRule(grant, shown.order);
  const outcome = await call(databaseFor(grant), "issue_order", {
    ...issueArguments(grant, shown, client),
    approves: true,
  });
  requireDone("draft_outcome", outcome);
}

/**
 * Sends a draft back as second person, with a reason for its author. @throws Refusal "draft_changed" ·
 * "order_state_changed"
 */
export async function sendOrderBack(
  grant: Grant<"order.approve">,
  input: { order: string; version: string; reason: string },
  client: Client,
): Promise<void> {
  const { order, version, reason } = input;
  const asker = { actor: grant.actor.personId, ip: client.ip };
  const outcome = await call(databaseFor(grant), "send_order_back", { order, version, reason, ...asker });
  requireDone("draft_outcome", outcome);
}

function issueArguments(
  { actor }: Grant<"order.issue"> | Grant<"order.approve">,
  { order, version, repeats = null, reason = null }: Shown,
  { ip }: Client,
) {
  return { order, version, repeats, reason, actor: actor.personId, ip };
}

/** The kind may have changed, and days passed, since the draft was saved. */
async function requireRule(grant: Grant<"order.issue"> | Grant<"order.approve">, id: string): Promise<void> {
  const db = databaseFor(grant);
  const draft = await findOrderDates(db, id);
  if (!draft) throw new Refusal("order_missing");
  const { kind, today } = await findIssueFacts(db, draft.kindCode);
  if (!kind?.active) throw new Refusal("kind_closed");
  const fault = ruleFault(kind, { ...draft, issuedOn: laterDay(draft.issuedOn, today) }, today);
  if (fault) throw new Refusal(fault);
}
