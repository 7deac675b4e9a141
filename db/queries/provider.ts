import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { containing, nitPatterns, wordsIn } from "@/db/like";
import { memberships, persons } from "@/db/schema/account";
import { providers } from "@/db/schema/provider";

const columns = {
  id: providers.id,
  nit: providers.nit,
  checkDigit: providers.checkDigit,
  legalName: providers.legalName,
  municipality: providers.municipality,
  address: providers.address,
  phone: providers.phone,
  createdAt: providers.createdAt,
  approvedAt: providers.approvedAt,
  suspendedAt: providers.suspendedAt,
  suspensionReason: providers.suspensionReason,
};

/** What the list can be of: a standing, an end that comes near, or something that is left to do about a provider. */
export const listedStandings = [
  "works",
  "ending",
  "suspended",
  "to_suspend",
  "ended",
  "without_agreement",
  "unapproved",
  "to_renew",
  "account_waits",
] as const;
export type ListedStanding = (typeof listedStandings)[number];

/** A page of the providers by name, of one standing or of all, with what they used since a day. */
export function listProviders(
  db: Database,
  { search, standing, from, limit, offset }: ProviderQuery & { from: string; limit: number; offset: number },
) {
  const sought =
    search === ""
      ? { likes: null, words: null }
      : { likes: nitPatterns(search), words: wordsIn(search).map(containing) };
  return call(db, "list_providers", { ...sought, standing, from, limit, offset });
}

export type ProviderQuery = { search: string; standing: ListedStanding | null };

export async function findProvider(db: Database, id: string) {
  const [row] = await db.select(columns).from(providers).where(eq(providers.id, id));
  return row ?? null;
}

/** The owner who has answered for a provider the longest; null when it has none. */
export async function findRepresentative(db: Database, providerId: string) {
  const [row] = await db
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      idKind: persons.idKind,
      idNumberPlain: persons.idNumberPlain,
      idNumberSealed: persons.idNumberSealed,
      mobilePlain: persons.mobilePlain,
      mobileSealed: persons.mobileSealed,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(
      and(
        eq(memberships.providerId, providerId),
        eq(memberships.role, "owner"),
        isNull(memberships.removedAt),
        isNull(persons.disabledAt),
      ),
    )
    .orderBy(asc(memberships.createdAt), asc(memberships.id))
    .limit(1);
  return row ?? null;
}
