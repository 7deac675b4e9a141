import { asc, eq, ilike, or, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing, nitPatterns } from "@/db/like";
import { providers } from "@/db/schema/provider";

const columns = {
  id: providers.id,
  nit: providers.nit,
  checkDigit: providers.checkDigit,
  legalName: providers.legalName,
  address: providers.address,
  phone: providers.phone,
  createdAt: providers.createdAt,
  approvedAt: providers.approvedAt,
  suspendedAt: providers.suspendedAt,
  suspensionReason: providers.suspensionReason,
};

/** Providers by name, one more than `limit` when there are more. */
export function listProviders(db: Database, search: string, limit: number, offset: number) {
  return db
    .select(columns)
    .from(providers)
    .where(search ? matches(search) : undefined)
    .orderBy(asc(providers.legalName), asc(providers.id))
    .limit(limit + 1)
    .offset(offset);
}

export async function findProvider(db: Database, id: string) {
  const [row] = await db.select(columns).from(providers).where(eq(providers.id, id));
  return row ?? null;
}

function matches(search: string): SQL | undefined {
  const nits = nitPatterns(search).map((pattern) => ilike(providers.nit, pattern));
  return or(ilike(providers.legalName, containing(search)), ...nits);
}
