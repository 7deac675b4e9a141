import { databaseFor } from "@/db/client";
import { findIssueFacts } from "@/db/queries/order-draft";
import {
  askApproval as askRow,
  issue,
  type ShownDraft,
  sendBack as sendBackRow,
} from "@/db/queries/order-life";
import { findOrderDates } from "@/db/queries/order-search";
import { ruleFault } from "@/domain/order-kind/kinds";
import { requireOrderDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { laterDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";

type Shown = ShownDraft;
type Client = { ip: string };

/**
 * Gives an own draft its number. From its kind's limit on, alone or with the day's others, it needs a second person
 * instead; what the affiliate has already, a reason.
 * @throws Refusal "needs_second_person" · "repeats_order" · "draft_changed" · what its kind forbids now
 */
export async function issueOrder(grant: Grant<"order.issue">, shown: Shown, client: Client): Promise<void> {
  await requireRule(grant, shown.order);
  requireOrderDone(await issue(databaseFor(grant), grant, { ...shown, approves: false }, client.ip));
}

/** Hands an own draft to a second person. @throws Refusal "draft_changed" · "repeats_order" */
export async function askApproval(grant: Grant<"order.issue">, shown: Shown, client: Client): Promise<void> {
  await requireRule(grant, shown.order);
  requireOrderDone(await askRow(databaseFor(grant), grant, shown, client.ip));
}

/** The second person approves, which issues it. @throws Refusal "same_person" · "draft_changed" · "repeats_order" */
export async function approveOrder(
  grant: Grant<"order.approve">,
  shown: Shown,
  client: Client,
): Promise<void> {
  await requireRule(grant, shown.order);
  requireOrderDone(await issue(databaseFor(grant), grant, { ...shown, approves: true }, client.ip));
}

/** The second person sends a draft back; who drafted it reads why. @throws Refusal "draft_changed" · "order_state_changed" */
export async function sendOrderBack(
  grant: Grant<"order.approve">,
  input: { order: string; version: string; reason: string },
  client: Client,
): Promise<void> {
  requireOrderDone(await sendBackRow(databaseFor(grant), grant, input, client.ip));
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
