import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { memberships, persons } from "@/db/schema/account";
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

/** The administrators of the caja. */
export function listAdministrators(db: Database): Promise<Recipient[]> {
  return db
    .select(columns)
    .from(persons)
    .where(and(eq(persons.cajaRole, "administrator"), isNull(persons.disabledAt)))
    .orderBy(asc(persons.email));
}
