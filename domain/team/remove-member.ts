import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { teamActor } from "./team";

/**
 * Takes a person out of the team and closes their sessions. The last owner stays.
 * @throws Refusal "last_owner" · "member_not_found" · "not_allowed" when the actor is no owner any more
 */
export async function removeMember(
  grant: Grant<"team.manage">,
  personId: string,
  client: { ip: string },
): Promise<void> {
  const args = { ...teamActor(grant, client), person: personId };
  requireDone("team_outcome", await call(databaseFor(grant), "remove_member", args));
}
