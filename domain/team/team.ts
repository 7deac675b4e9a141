import { databaseFor } from "@/db/client";
import { type Invitation, listInvitations, listMembers, type Member } from "@/db/queries/team";
import type { Grant } from "@/model/access";

/** The members of the provider's team, and its open invitations. */
export async function readTeam(
  grant: Grant<"team.manage">,
): Promise<{ members: Member[]; invitations: Invitation[] }> {
  const db = databaseFor(grant);
  const [members, invitations] = await Promise.all([listMembers(db, grant), listInvitations(db, grant)]);
  return { members, invitations };
}

/** Whether nobody would be left to name others: who is that is not taken out. */
export function isOnlyOwner(members: readonly Member[], { personId }: Pick<Member, "personId">): boolean {
  const owners = members.filter(({ role }) => role === "owner");
  return owners.length === 1 && owners[0]?.personId === personId;
}

/** The actor's part of the arguments that the SQL functions of a team take. */
export function teamActor({ actor }: Grant<"team.manage">, { ip }: { ip: string }) {
  return { actor: actor.personId, provider: actor.provider.id, ip };
}
