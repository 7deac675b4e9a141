import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { type OwnGrant, ownOf } from "./provider-own";

type BranchCounter = { id: string; name: string; open: boolean };
export type Branch = { id: string; name: string; open: boolean; counters: BranchCounter[] };

/** The provider's branches with their counters, by name; the closed ones too, for what was done there. */
export async function listBranches(db: Database, grant: OwnGrant): Promise<Branch[]> {
  const rows = await call(db, "own_branches", ownOf(grant));
  const found = new Map<string, Branch>();
  for (const { id, name, open, counterId, counterName, counterOpen } of rows) {
    const branch = found.get(id) ?? { id, name, open, counters: [] };
    if (counterId !== null && counterName !== null)
      branch.counters.push({ id: counterId, name: counterName, open: counterOpen === true });
    found.set(id, branch);
  }
  return [...found.values()];
}

/** The provider's open branches, with their open counters. */
export async function listOpenBranches(db: Database, grant: OwnGrant): Promise<Branch[]> {
  const all = await listBranches(db, grant);
  return all
    .filter(({ open }) => open)
    .map((branch) => ({ ...branch, counters: branch.counters.filter(({ open }) => open) }));
}

export type Counter = { id: string; name: string; branch: string };

/** An open counter of this provider; null for any other. */
export function findOpenCounter(db: Database, grant: OwnGrant, counter: string): Promise<Counter | null> {
  return call(db, "read_counter", { counter, ...ownOf(grant) });
}
