import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { CompareModeInput } from "./schema";

/** @throws Refusal "caja_changed" when somebody saved after the form was opened · "not_allowed" */
export async function saveCompareMode(
  grant: Grant<"settings.edit">,
  input: CompareModeInput,
  client: { ip: string },
): Promise<void> {
  const { version, mode, from } = input;
  const outcome = await call(databaseFor(grant), "save_compare_mode", {
    actor: grant.actor.personId,
    version,
    mode,
    from,
    ip: client.ip,
  });
  requireDone("caja_outcome", outcome);
}
