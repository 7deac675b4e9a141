import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { UndoInput } from "./schema";

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
  const { outcome } = await call(databaseFor(grant), "undo_use", {
    ...asker(grant, client),
    use: useId,
    counter: counterId,
    key,
    reason,
  });
  requireDone("undo_outcome", outcome);
  return outcome !== "too_late" && outcome !== "other_counter" && outcome !== "replaced";
}

/** Asks the caja to take a use back. Asking again while one request waits changes nothing. */
export async function askForUndo(
  grant: UseGrant,
  { useId, reason }: UndoInput,
  client: Client,
): Promise<void> {
  const outcome = await call(databaseFor(grant), "ask_undo", { ...asker(grant, client), use: useId, reason });
  requireDone("ask_undo_outcome", outcome);
}

function asker({ actor }: UseGrant, { ip }: Client) {
  return { person: actor.personId, provider: actor.provider.id, session: actor.sessionId, ip };
}
