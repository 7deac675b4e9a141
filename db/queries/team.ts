import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations, memberships, persons } from "@/db/schema/account";
import type { ProviderRole } from "@/model/access";

export type Member = { personId: string; name: string; email: string; role: ProviderRole };

export function listMembers(db: Database, providerId: string): Promise<Member[]> {
  return db
    .select({ personId: persons.id, name: persons.name, email: persons.email, role: memberships.role })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.providerId, providerId), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.createdAt));
}

export type Invitation = { id: string; name: string; email: string; role: ProviderRole; invitedAt: Date };

/** Invitations by the team that wait for their person. */
export function listInvitations(db: Database, providerId: string): Promise<Invitation[]> {
  return db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      invitedAt: invitations.invitedAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.providerId, providerId),
        isNull(invitations.acceptedAt),
        isNull(invitations.cancelledAt),
        eq(invitations.replacesOwner, false),
      ),
    )
    .orderBy(asc(invitations.invitedAt));
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
