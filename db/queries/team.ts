import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { invitations } from "@/db/schema/account";
import type { Grant } from "@/model/access";
import { ownOf } from "./provider-own";

export type Member = Answer<"own_members">[number];

export function listMembers(db: Database, grant: Grant<"team.manage">): Promise<Member[]> {
  return call(db, "own_members", ownOf(grant));
}

export type Invitation = Answer<"own_invitations">[number];

/** Invitations by the team that wait for their person. */
export function listInvitations(db: Database, grant: Grant<"team.manage">): Promise<Invitation[]> {
  return call(db, "own_invitations", ownOf(grant));
}

/** The owner whom the caja named and who has not accepted yet; null when there is none. */
export async function findNamedOwner(db: Database, providerId: string) {
  const [row] = await db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      proof: invitations.proof,
      namedAt: invitations.invitedAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.providerId, providerId),
        eq(invitations.replacesOwner, true),
        isNull(invitations.acceptedAt),
        isNull(invitations.cancelledAt),
      ),
    );
  return row ?? null;
}
