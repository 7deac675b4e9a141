import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, persons } from "@/db/schema/account";
import { type CajaRole, permissionsOfRoles } from "@/model/access";
import type { Recipient } from "@/model/notify";

/** A person's addresses. */
const columns = { email: persons.email };

/** One person; nobody when there is none. */
export function listRecipient(db: Database, personId: string): Promise<Recipient[]> {
  return db.select(columns).from(persons).where(eq(persons.id, personId));
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

/** The administrators of the caja. */
export function listAdministrators(db: Database): Promise<Recipient[]> {
  return db
    .select(columns)
    .from(persons)
    .where(and(eq(persons.cajaRole, "administrator"), isNull(persons.disabledAt)))
    .orderBy(asc(persons.email));
}

/** Those of the caja who may change convenios. */
export function listAgreementKeepers(db: Database): Promise<Recipient[]> {
  const roles = permissionsOfRoles.flatMap(({ permission, role }) =>
    permission === "agreement.manage" ? [role as CajaRole] : [],
  );
  return db
    .select(columns)
    .from(persons)
    .where(and(inArray(persons.cajaRole, roles), isNull(persons.disabledAt)))
    .orderBy(asc(persons.email));
}
