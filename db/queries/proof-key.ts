import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { receiptKeys } from "@/db/schema/proof-key";

/**
 * All numbers of keys, without their private halves. Of those that a restore keeps free nobody has a key (`isKept`
 * false).
 */
export function listReceiptKeys(db: Database) {
  return db
    .select({
      id: receiptKeys.id,
      state: receiptKeys.state,
      publicKey: receiptKeys.publicKey,
      createdAt: receiptKeys.createdAt,
      isKept: sql<boolean>`length(${receiptKeys.privateSealed}) > 0`,
    })
    .from(receiptKeys)
    .orderBy(receiptKeys.id);
}

/** The key that signs now, sealed; null when there is none yet or it is a year old. */
export async function findReceiptKey(db: Database): Promise<{ id: number; privateSealed: Buffer } | null> {
  const [row] = await db
    .select({ id: receiptKeys.id, privateSealed: receiptKeys.privateSealed })
    .from(receiptKeys)
    .where(and(eq(receiptKeys.state, "active"), sql`may_sign_receipts(${receiptKeys.createdAt})`));
  return row ?? null;
}
