import { asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { branches, counters } from "@/db/schema/branch";

type BranchCounter = { id: string; name: string; open: boolean };
export type Branch = { id: string; name: string; open: boolean; counters: BranchCounter[] };

/** The provider's branches with their counters, by name; the closed ones too, for what was done there. */
export async function listBranches(db: Database, providerId: string): Promise<Branch[]> {
  const rows = await db
    .select({
      id: branches.id,
      name: branches.name,
      open: isNull(branches.closedAt).mapWith(Boolean),
      counterId: counters.id,
      counterName: counters.name,
      counterOpen: isNull(counters.closedAt).mapWith(Boolean),
    })
    .from(branches)
    .leftJoin(counters, eq(counters.branchId, branches.id))
    .where(eq(branches.providerId, providerId))
    .orderBy(asc(sql`lower(${branches.name})`), asc(branches.id), asc(sql`lower(${counters.name})`));
  const found = new Map<string, Branch>();
  for (const { id, name, open, counterId, counterName, counterOpen } of rows) {
    const branch = found.get(id) ?? { id, name, open, counters: [] };
    if (counterId !== null && counterName !== null)
      branch.counters.push({ id: counterId, name: counterName, open: counterOpen });
    found.set(id, branch);
  }
  return [...found.values()];
}

/** The provider's open branches, with their open counters. */
export async function listOpenBranches(db: Database, providerId: string): Promise<Branch[]> {
  const all = await listBranches(db, providerId);
  return all
    .filter(({ open }) => open)
    .map((branch) => ({ ...branch, counters: branch.counters.filter(({ open }) => open) }));
}

export type Counter = { id: string; name: string; branch: string };

/** An open counter of this provider; null for any other. */
export async function findOpenCounter(
  db: Database,
  provider: string,
  counter: string,
): Promise<Counter | null> {
  return call(db, "read_counter", { counter, provider });
}
