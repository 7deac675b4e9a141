import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findWaitingCode } from "@/db/queries/lookup-scan";
import { askerOf, scanBudgets } from "@/domain/lookup/budget";
import { tailIndex } from "@/domain/order-code/tail-index";
import type { Grant } from "@/model/access";
import { tailReadings } from "@/model/identity/identity-document";

/**
 * Completes a look-up by code with the last four characters of the person's ID. Correct ones open the answer;
 * wrong ones are misses, and the third one starts a wait. The look-up's page shows the outcome.
 */
export async function answerDigits(
  grant: Grant<"order.look_up">,
  { lookupId, digits }: { lookupId: string; digits: string },
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const codeId = await findWaitingCode(db, grant, lookupId);
  if (!codeId) return; // The look-up was answered already, and its page shows the outcome.
  const { personId, provider } = grant.actor;
  const tails = tailReadings(digits).map((tail) => tailIndex(codeId, tail));
  await call(db, "answer_digits", {
    lookup: lookupId,
    person: personId,
    provider: provider.id,
    ip: client.ip,
    tailIndex: tails[0] ?? null,
    readings: tails.map((tail) => tail.toString("hex")),
    budgets: scanBudgets({ ...askerOf(grant), ip: client.ip }, Buffer.from(codeId).toString("hex")),
  });
}
