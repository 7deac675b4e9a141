import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { proofs } from "@/db/schema/proof";
import type { Grant } from "@/model/access";

type LookUpGrant = Grant<"order.look_up">;

/** A proof of this provider; null for anybody else's. */
export async function findProof(db: Database, grant: LookUpGrant, id: string) {
  const [row] = await db
    .select({
      content: proofs.content,
      keyId: proofs.keyId,
      signature: proofs.signature,
      lookupId: proofs.lookupId,
      useId: proofs.useId,
    })
    .from(proofs)
    .where(and(eq(proofs.id, id), eq(proofs.providerId, grant.actor.provider.id)));
  return row ?? null;
}
