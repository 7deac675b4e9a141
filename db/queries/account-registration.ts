import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { providers } from "@/db/schema/provider";

/** Whether the NIT belongs to an approved provider. */
export async function nitHasOwner(db: Database, nit: string): Promise<boolean> {
  const [owner] = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.nit, nit), isNotNull(providers.approvedAt)))
    .limit(1);
  return owner !== undefined;
}
