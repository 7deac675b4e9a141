import { eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderCodes, orderKeys } from "@/db/tables";
import type { Grant } from "@/model/access";

export type OrderKeyState = "next" | "active" | "retired" | "revoked";

/** Which keys there are, without their private halves. */
export function listPublicKeys(db: Database) {
  return db
    .select({
      id: orderKeys.id,
      state: orderKeys.state,
      publicKey: orderKeys.publicKey,
      createdAt: orderKeys.createdAt,
    })
    .from(orderKeys)
    .orderBy(orderKeys.id);
}

/** The ring as the administrator sees it, newest first: `printed` orders carry a code of that key. */
export function listKeys(db: Database, _grant: Grant<"key.manage">) {
  const printed = db
    .select({ keyId: orderCodes.keyId, orders: sql<number>`count(*)::int`.as("orders") })
    .from(orderCodes)
    .where(ne(orderCodes.prints, 0))
    .groupBy(orderCodes.keyId)
    .as("printed");
  return db
    .select({
      id: orderKeys.id,
      state: orderKeys.state,
      publicKey: orderKeys.publicKey,
      createdAt: orderKeys.createdAt,
      activatedAt: orderKeys.activatedAt,
      retiredAt: orderKeys.retiredAt,
      revokedAt: orderKeys.revokedAt,
      printed: sql<number>`coalesce(${printed.orders}, 0)`,
    })
    .from(orderKeys)
    .leftJoin(printed, eq(printed.keyId, orderKeys.id))
    .orderBy(sql`${orderKeys.id} desc`);
}

/** The key that signs now, sealed; null before there is one. */
export async function findActiveKey(db: Database) {
  const [row] = await db
    .select({ id: orderKeys.id, privateSealed: orderKeys.privateSealed })
    .from(orderKeys)
    .where(eq(orderKeys.state, "active"));
  return row ?? null;
}
