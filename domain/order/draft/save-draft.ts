import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findIssueFacts, findNitsByName, findSealedName, hasAgreement } from "@/db/queries/order-draft";
import { lastDayOf, ruleFault } from "@/domain/order-kind/kinds";
import { requireDone } from "@/domain/outcome";
import { unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { orderColumnsOf } from "../order-columns";
import { affiliateNamePlace } from "../sealed-fields";
import type { DraftInput } from "./schema";

/**
 * Saves a draft, with the affiliate's ID and name encrypted. Saving again takes it back from the second person.
 * @throws Refusal what its kind forbids · "provider_name_shared" when several companies are called so · "draft_changed" when it was saved elsewhere meanwhile ·
 * "draft_exists" when a new one was saved already and says something else · "order_missing" when it is another's, or issued by now
 */
export async function saveDraft(
  grant: Grant<"order.issue">,
  input: DraftInput,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const { kind, today } = await findIssueFacts(db, input.kindCode);
  if (!kind?.active) throw new Refusal("kind_closed");
  const order = { ...input, validUntil: input.validUntil ?? lastDayOf(kind, input.issuedOn) };
  const fault = ruleFault(kind, order, today);
  if (fault) throw new Refusal(fault);
  const providerNit = input.providerName
    ? await providerCalled(db, input.providerName)
    : await providerOf(db, input.providerNit);
  const outcome = await call(db, "save_order_draft", {
    order: input.order,
    actor: grant.actor.personId,
    data: orderColumnsOf(input.order, { ...order, providerNit }),
    ip: client.ip,
    version: input.version || null,
  });
  const isNew = !input.version;
  if (isNew && outcome === "draft_changed") throw new Refusal("draft_exists");
  requireDone("draft_outcome", outcome);
  if (isNew && !(await isOf(db, input))) throw new Refusal("draft_exists");
}

/** Whether a saved draft names this affiliate: the database, which took a repeated form for the draft, cannot read it. */
async function isOf(db: Parameters<typeof hasAgreement>[0], { order, affiliateName }: DraftInput) {
  const sealed = await findSealedName(db, order);
  return sealed !== null && unseal(sealed, affiliateNamePlace(order)) === affiliateName;
}

/** A NIT typed with its check digit and without a dash is looked for without it too. */
async function providerOf(db: Parameters<typeof hasAgreement>[0], typed: string | null) {
  if (typed === null || (await hasAgreement(db, typed))) return typed;
  const shorter = typed.slice(0, -1);
  if (typed.length === 10 && (await hasAgreement(db, shorter))) return shorter;
  throw new Refusal("provider_without_agreement");
}

/** The one company with a convenio in force whose name has these words, in any order and with or without accents. */
async function providerCalled(db: Parameters<typeof hasAgreement>[0], name: string): Promise<string> {
  const [nit, ...others] = await findNitsByName(db, name);
  if (!nit) throw new Refusal("provider_without_agreement");
  if (others.length > 0) throw new Refusal("provider_name_shared");
  return nit;
}

/**
 * Takes over the draft of somebody who issues orders no more.
 * @throws Refusal "draft_changed" · "order_state_changed" when its person still issues, or another one was first
 */
export async function takeDraft(
  grant: Grant<"order.issue">,
  shown: { order: string; version: string },
  client: { ip: string },
): Promise<void> {
  const asker = { actor: grant.actor.personId, ip: client.ip };
  requireDone("draft_outcome", await call(databaseFor(grant), "take_order_draft", { ...shown, ...asker }));
}

/**
 * Throws away an own draft, or one of somebody who issues orders no more.
 * @throws Refusal "draft_changed" · "order_state_changed" when it is no such draft any more
 */
export async function discardDraft(
  grant: Grant<"order.issue">,
  shown: { order: string; version: string },
  client: { ip: string },
): Promise<void> {
  const { order, version } = shown;
  const asker = { actor: grant.actor.personId, ip: client.ip };
  const outcome = await call(databaseFor(grant), "discard_order_draft", { order, version, ...asker });
  requireDone("draft_outcome", outcome);
}
