import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { receiptKeys } from "@/db/schema/proof-key";

/** All keys that ever signed, without their private halves. */
export function listReceiptKeys(db: Database) {
  return db
    .select({
      id: receiptKeys.id,
      state: receiptKeys.state,
      publicKey: receiptKeys.publicKey,
      createdAt: receiptKeys.createdAt,
    })
    .from(receiptKeys)
    .orderBy(receiptKeys.id);
}

/** The key that signs now, sealed; null when there is none yet or it is a year old. */
export async function findReceiptKey(db: Database): Promise<{ id: number; privateSealed: Buffer } | null> {
  const [row] = await db.execute<{ id: number; private_sealed: Buffer }>(sql`select id, private_sealed
    from receipt_key where state = 'active' and may_sign_receipts(created_at)`);
  return row ? { id: row.id, privateSealed: row.private_sealed } : null;
}

/** Ids of the codes that are used, annulled or replaced, eight bytes each, with the database's time. */
export async function readDeadCodes(db: Database): Promise<{ ids: Buffer; at: Date }> {
  return readCodes(db, sql`list_dead_codes()`);
}

/** Ids of the codes of which there is a newer paper. */
export async function readSupersededCodes(db: Database): Promise<{ ids: Buffer; at: Date }> {
  return readCodes(db, sql`list_superseded_codes()`);
}

async function readCodes(db: Database, list: SQL): Promise<{ ids: Buffer; at: Date }> {
  const [row] = await db.execute<{ ids: Buffer; at: string }>(
    sql`select ${list} as ids, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  );
  if (!row) throw new Error("a list of codes answered nothing");
  return { ids: row.ids, at: new Date(row.at) };
}
