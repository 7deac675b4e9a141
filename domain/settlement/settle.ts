import { databaseFor } from "@/db/client";
import { settleUses } from "@/db/queries/settlement";
import type { Grant } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import type { SettleInput } from "./schema";

/**
 * Moves uses of a provider on their way to being paid, all or none.
 * @throws Refusal "settlement_changed" · "own_provider" when the person works or worked there · "not_allowed"
 */
export async function settle(
  grant: Grant<"settlement.manage">,
  input: SettleInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await settleUses(databaseFor(grant), grant, { ...input, ip: client.ip });
  if (outcome === "state_changed") throw new Refusal("settlement_changed");
  if (outcome !== "done") throw new Refusal(outcome);
}
