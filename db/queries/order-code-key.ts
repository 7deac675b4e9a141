import { and, eq, ne, sql } from "drizzle-orm";
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
export function listKeys(db: Database, _grant: Grant<"settings.read"> | Grant<"key.manage">) {
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

/** Months after which the key that signs should give way to the next one. */
const KEY_MONTHS = 12;
/** Numbers of keys that are left when the caja is warned; there are 255. */
const LAST_NUMBERS = 10;

/** The key that signs now when it is in the last month of its year, or when few numbers of keys are left; else null. */
export async function findKeyNearEnd(db: Database) {
  const [row] = await db
    .select({ id: orderKeys.id, activatedAt: orderKeys.activatedAt })
    .from(orderKeys)
    .where(
      and(
        eq(orderKeys.state, "active"),
        sql`(${orderKeys.activatedAt} < now() - make_interval(months => ${KEY_MONTHS - 1})
          or ${orderKeys.id} > ${255 - LAST_NUMBERS})`,
      ),
    );
  return row ?? null;
}

/** The key that signs now, sealed; null before there is one. */
export async function findActiveKey(db: Database) {
  const [row] = await db
    .select({ id: orderKeys.id, privateSealed: orderKeys.privateSealed })
    .from(orderKeys)
    .where(eq(orderKeys.state, "active"));
  return row ?? null;
}
