import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { lookups } from "@/db/schema/lookup";
import type { Grant } from "@/model/access";

/** The code of a question of this provider that waits for the digits; null when it waits for none. */
export async function findWaitingCode(
  db: Database,
  grant: Grant<"order.look_up">,
  lookupId: string,
): Promise<Buffer | null> {
  const [row] = await db
    .select({ codeId: lookups.codeId })
    .from(lookups)
    .where(
      and(
        eq(lookups.id, lookupId),
        eq(lookups.providerId, grant.actor.provider.id),
        eq(lookups.outcome, "digits"),
      ),
    );
  return row?.codeId ?? null;
}
