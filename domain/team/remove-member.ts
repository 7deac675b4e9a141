import { databaseFor } from "@/db/client";
import { removeMember as removeRow } from "@/db/queries/team";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
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
  const outcome = await removeRow(databaseFor(grant), teamActor(grant, client), personId);
  if (outcome === "done") return;
  if (outcome === "last_owner" || outcome === "not_allowed") throw new Refusal(outcome);
  throw new Refusal("member_not_found");
}
