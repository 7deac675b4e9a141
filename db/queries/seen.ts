import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { SeenKind } from "@/db/contract/functions.generated";

/**
 * What a page of the caja shows of something that is to be decided, as its form brings it back. To be asked before
 * what is shown is read: a change between the two is then told.
 */
export async function findSeen(db: Database, kind: SeenKind, id: string): Promise<string> {
  return JSON.stringify((await call(db, "seen", { kind, id })) ?? {});
}
