import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations, memberships, persons } from "@/db/schema/account";
import type { ProviderRole } from "@/model/access";
import type { LinkState } from "./account-registration";

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

/** Invitations that wait for their person. */
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
      ),
    )
    .orderBy(asc(invitations.invitedAt));
}

export type InvitationLink = {
  state: LinkState;
  email: string;
  name: string;
  role: ProviderRole;
  providerName: string;
  nit: string;
  invitedBy: string;
};

export async function findInvitation(db: Database, linkHash: Buffer): Promise<InvitationLink | null> {
  const [row] = await db.execute<
    Omit<InvitationLink, "providerName" | "invitedBy"> & { provider_name: string; invited_by: string }
  >(sql`select * from read_invitation(${linkHash})`);
  if (!row) return null;
  const { state, email, name, role, nit } = row;
  return { state, email, name, role, nit, providerName: row.provider_name, invitedBy: row.invited_by };
}

export async function acceptInvitation(
  db: Database,
  accepted: {
    linkHash: Buffer;
    name: string;
    passwordHash: string;
    policyId: number;
    purposes: string[];
    ip: string;
    userAgent: string;
    language: string;
  },
): Promise<{ outcome: string; personId: string | null }> {
  const [row] = await db.execute<{ outcome: string; person_id: string | null }>(
    sql`select * from accept_invitation(${accepted.linkHash}, ${accepted.name}, ${accepted.passwordHash},
      ${accepted.policyId}, array(select jsonb_array_elements_text(${JSON.stringify(accepted.purposes)}::jsonb)),
      ${accepted.ip}, ${accepted.userAgent}, ${accepted.language})`,
  );
  return { outcome: row?.outcome ?? "unknown", personId: row?.person_id ?? null };
}
