import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOrderForm } from "@/db/queries/order-form";
import { requireDone } from "@/domain/outcome";
import { seal, unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { FormAnswers } from "./schema";

const placeOf = (personId: string) => `order.form:${personId}`;

/**
 * Stores an incomplete form. It contains an affiliate's data, so it is encrypted for the person who types it.
 * @throws Refusal "other_form_kept" when that of another order is stored · "draft_exists" when it is a draft by now
 */
export async function keepForm(grant: Grant<"order.issue">, answers: FormAnswers): Promise<void> {
  const sealed = seal(JSON.stringify(answers), placeOf(grant.actor.personId));
  await keep(grant, answers.order, sealed);
}

/** Deletes the stored form of this order, and no other one. */
export async function discardForm(grant: Grant<"order.issue">, { order }: { order: string }): Promise<void> {
  await keep(grant, order, null);
}

async function keep(grant: Grant<"order.issue">, order: string, answers: Buffer | null): Promise<void> {
  const actor = grant.actor.personId;
  const outcome = await call(databaseFor(grant), "keep_order_form", { actor, answers, order });
  if (outcome === "draft_changed") throw new Refusal("draft_exists");
  requireDone("draft_outcome", outcome);
}

/** What this person left unfinished and when, or null. */
export async function readKeptForm(grant: Grant<"order.issue">) {
  const row = await findOrderForm(databaseFor(grant), grant);
  if (!row) return null;
  const answers = FormAnswers.parse(JSON.parse(unseal(row.answers, placeOf(grant.actor.personId))));
  return { answers, keptAt: row.updatedAt };
}
