import { databaseFor } from "@/db/client";
import { type FoundLookup, listLookupsBetween } from "@/db/queries/lookup-search";
import type { Grant } from "@/model/access";
import { readLookupCode } from "./lookup-code";

export type { FoundLookup };

/** Look-ups with a code, newest first: one, unless two codes coincide by chance. */
export async function findLookups(grant: Grant<"lookup.read">, code: string): Promise<FoundLookup[]> {
  const ids = readLookupCode(code);
  return ids ? listLookupsBetween(databaseFor(grant), grant, ids) : [];
}
