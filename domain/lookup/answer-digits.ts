import { databaseFor } from "@/db/client";
import { findWaitingCode, recordDigits } from "@/db/queries/scan";
import { scanBudgets } from "@/domain/lookup/budget";
import { tailIndex } from "@/domain/order-code/tail-index";
import type { Grant } from "@/model/access";
import { tailReadings } from "@/model/identity/identity-document";

/**
 * Answers a question by code with the last four of the ID in the person's hand. Right ones open the answer;
 * wrong ones are misses, and the third one waits. The page of the question tells what came of it.
 */
export async function answerDigits(
  grant: Grant<"order.look_up">,
  { lookupId, digits }: { lookupId: string; digits: string },
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const codeId = await findWaitingCode(db, grant, lookupId);
  if (!codeId) return; // answered already: its page says how
  const { personId, provider } = grant.actor;
  await recordDigits(db, grant, {
    lookupId,
    ip: client.ip,
    tailIndexes: tailReadings(digits).map((tail) => tailIndex(codeId, tail)),
    budgets: scanBudgets(
      { personId, providerId: provider.id, ip: client.ip },
      Buffer.from(codeId).toString("hex"),
    ),
  });
}
