import { databaseFor } from "@/db/client";
import { type Invitation, listInvitations, listMembers, type Member } from "@/db/queries/team";
import type { Grant } from "@/model/access";

/** Who works for the provider, and who was invited. */
export async function readTeam(
  grant: Grant<"team.manage">,
): Promise<{ members: Member[]; invitations: Invitation[] }> {
  const db = databaseFor(grant);
  const { id } = grant.actor.provider;
  const [members, invitations] = await Promise.all([listMembers(db, id), listInvitations(db, id)]);
  return { members, invitations };
}

/** Who does it, as the functions of a team are asked. */
export function teamActor({ actor }: Grant<"team.manage">, { ip }: { ip: string }) {
  return { actor: actor.personId, provider: actor.provider.id, ip };
}
