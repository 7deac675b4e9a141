import { databaseFor } from "@/db/client";
import {
  type Invitation,
  listInvitations,
  listMembers,
  type Member,
  type TeamActor,
} from "@/db/queries/team";
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

export function teamActor(grant: Grant<"team.manage">, client: { ip: string }): TeamActor {
  return { personId: grant.actor.personId, providerId: grant.actor.provider.id, ip: client.ip };
}
