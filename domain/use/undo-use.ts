import { databaseFor } from "@/db/client";
import { askUndo, undoUse } from "@/db/queries/use";
import type { UndoInput } from "@/domain/order/schema";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

type UseGrant = Grant<"order.use">;
type Client = { ip: string };

/**
 * Takes an own use back: an entry against it, by the same counter within 15 minutes. False when only the caja
 * may do it now: later, elsewhere, or because another paper stands for the order.
 * @throws Refusal "use_settled" when the caja is about to pay it, or has
 */
export async function undoOrderUse(
  grant: UseGrant,
  { useId, key, reason }: UndoInput,
  counterId: string | null,
  client: Client,
): Promise<boolean> {
  const outcome = await undoUse(databaseFor(grant), grant, { useId, counterId, key, reason, ip: client.ip });
  if (outcome === "settled") throw new Refusal("use_settled");
  return outcome !== "too_late" && outcome !== "other_counter" && outcome !== "replaced";
}

/** Asks the caja to take a use back. Asking again while one request waits changes nothing. */
export async function askForUndo(
  grant: UseGrant,
  { useId, reason }: UndoInput,
  client: Client,
): Promise<void> {
  const outcome = await askUndo(databaseFor(grant), grant, { useId, reason, ip: client.ip });
  if (outcome === "settled") throw new Refusal("use_settled");
}
