import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { FactorWaitInput } from "./schema";

/** @throws Refusal "caja_changed" when somebody saved after the form was opened · "not_allowed" */
export async function saveFactorWait(
  grant: Grant<"people.manage">,
  { version, minutes }: FactorWaitInput,
  { ip }: { ip: string },
): Promise<void> {
  const args = { actor: grant.actor.personId, version, minutes, ip };
  requireDone("caja_outcome", await call(databaseFor(grant), "save_factor_wait", args));
}
