import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { ComparedRow, UnreadableReason } from "@/model/comparison";

/** The person's comparison: by rows, with a typed value and the other rows, or not possible. */
export type TypedComparison =
  | { way: "rows"; differing: readonly ComparedRow[] }
  | { way: "value"; pesos: number; differing: readonly ComparedRow[] }
  | { way: "unreadable"; reason: UnreadableReason };

/**
 * Compares the paper with the order of an own look-up; the answer page shows the result. A final result is
 * kept.
 * @throws Refusal "paper_value_differs" when one more try is left
 */
export async function compareOrder(
  grant: Grant<"order.look_up">,
  lookupId: string,
  typed: TypedComparison,
  client: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "compare_order", {
    lookup: lookupId,
    person: grant.actor.personId,
    provider: grant.actor.provider.id,
    way: typed.way,
    value: typed.way === "value" ? typed.pesos : null,
    differing: typed.way === "unreadable" ? [] : [...typed.differing],
    reason: typed.way === "unreadable" ? typed.reason : null,
    ip: client.ip,
    session: grant.actor.sessionId,
  });
  requireDone("comparison_outcome", outcome);
}
