import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOrderForm } from "@/db/queries/order-form";
import { requireDone } from "@/domain/outcome";
import { seal, unseal } from "@/lib/crypto/seal";
import type { Grant } from "@/model/access";
import { FormAnswers } from "./schema";

const placeOf = (personId: string) => `order.form:${personId}`;

/** Stores an incomplete form. It contains an affiliate's data, so it is encrypted for the person who types it. */
export async function keepForm(grant: Grant<"order.issue">, answers: FormAnswers): Promise<void> {
  const sealed = seal(JSON.stringify(answers), placeOf(grant.actor.personId));
  await keep(grant, sealed);
}

export async function discardForm(grant: Grant<"order.issue">): Promise<void> {
  await keep(grant, null);
}

async function keep(grant: Grant<"order.issue">, answers: Buffer | null): Promise<void> {
  const actor = grant.actor.personId;
  requireDone("draft_outcome", await call(databaseFor(grant), "keep_order_form", { actor, answers }));
}

/** What this person left unfinished and when, or null. */
export async function readKeptForm(grant: Grant<"order.issue">) {
  const row = await findOrderForm(databaseFor(grant), grant);
  if (!row) return null;
  const answers = FormAnswers.parse(JSON.parse(unseal(row.answers, placeOf(grant.actor.personId))));
  return { answers, keptAt: row.updatedAt };
}
