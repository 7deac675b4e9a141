import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { memberships, persons } from "@/db/schema/account";
import type { Permission } from "@/model/access";
import type { Recipient } from "@/model/notify";

/** A person's addresses. */
const columns = { email: persons.email };

/**
 * A member of a provider; its owners when that person works there no more, whose address may be another
 * person's by then, or none.
 */
export async function listMemberOrOwners(
  db: Database,
  { personId, providerId }: { personId: string; providerId: string },
): Promise<Recipient[]> {
  const member = await db
    .select(columns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.providerId, providerId),
        eq(memberships.personId, personId),
        isNull(memberships.removedAt),
      ),
    );
  return member.length > 0 ? member : listOwners(db, providerId);
}

/** The owners of a provider. */
export function listOwners(db: Database, providerId: string): Promise<Recipient[]> {
  return db
    .select(columns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.providerId, providerId),
        eq(memberships.role, "owner"),
        isNull(memberships.removedAt),
      ),
    );
}

/** Everybody who works for a provider. */
export function listTeam(db: Database, providerId: string): Promise<Recipient[]> {
  return db
    .select(columns)
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.providerId, providerId), isNull(memberships.removedAt)));
}

/** The owners of several providers, each with whose owner they are. */
export function listOwnersOf(
  db: Database,
  providerIds: readonly string[],
): Promise<(Recipient & { providerId: string })[]> {
  return db
    .select({ ...columns, providerId: memberships.providerId })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        inArray(memberships.providerId, [...providerIds]),
        eq(memberships.role, "owner"),
        isNull(memberships.removedAt),
      ),
    );
}

/** Those of the caja who may do something. */
export const listOfficialsWhoMay = (db: Database, permission: Permission): Promise<Recipient[]> =>
  call(db, "officials_who_may", { permission });
