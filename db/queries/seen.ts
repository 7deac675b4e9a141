import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import type { SeenKind } from "@/db/contract/functions.generated";

/**
 * Digests of what a page of the caja shows, for its form to send back. Read them before the data, so that a
 * change in between is detected.
 */
export async function findSeen(db: Database, kind: SeenKind, id: string): Promise<string> {
  return JSON.stringify((await call(db, "seen", { kind, id })) ?? {});
}
