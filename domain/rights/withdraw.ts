import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { requireRightsRequest } from "./desk";
import { holderKeys } from "./held-data";
import type { RightsStep } from "./schema";

/**
 * Writes down that the person of a request took their authorisation back.
 * @throws Refusal "rights_unproven" · "rights_no_consent" · "rights_changed" · "rights_closed" · "rights_incomplete" ·
 * "rights_gone"
 */
export async function withdrawAuthorisation(
  grant: Grant<"rights.handle">,
  { number, version }: RightsStep,
  client: { ip: string },
): Promise<void> {
  const holder = holderKeys(await requireRightsRequest(grant, number, client));
  const args = { actor: grant.actor.personId, number, version, step: randomUUID(), holder, ip: client.ip };
  requireDone("rights_outcome", await call(databaseFor(grant), "withdraw_authorisation", args));
}
