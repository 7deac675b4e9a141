import { databaseFor } from "@/db/client";
import { type ComparisonGiven, recordComparison } from "@/db/queries/comparison";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

/**
 * Compares the paper with the order of an own look-up; the answer page then says what came of it.
 * @throws Refusal "paper_value_differs" when one more try is left
 */
export async function compareOrder(
  grant: Grant<"order.look_up">,
  lookupId: string,
  given: ComparisonGiven,
  client: { ip: string },
): Promise<void> {
  const outcome = await recordComparison(databaseFor(grant), grant, lookupId, given, client.ip);
  if (outcome === "again") throw new Refusal("paper_value_differs");
}
