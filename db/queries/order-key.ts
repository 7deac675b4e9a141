import { eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { orderCodes, orderKeys } from "@/db/schema";
import type { Grant } from "@/model/access";

export type OrderKeyState = "next" | "active" | "retired" | "revoked";
export type NewOrderKey = { id: number; publicKey: Buffer; privateSealed: Buffer };

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

/** Gives the ring a key that it lacks; false when it lacks none, or when another process was first. */
export async function fillKey(db: Database, key: NewOrderKey): Promise<boolean> {
  const [row] = await db.execute<{ filled: boolean }>(
    sql`select fill_order_key(${key.id}, ${key.publicKey}, ${key.privateSealed}) as filled`,
  );
  return row?.filled ?? false;
}

/** "done", "changed" when another key is active by now, "full" or "not_allowed". */
export async function rotateKey(
  db: Database,
  grant: Grant<"key.manage">,
  active: number,
  next: NewOrderKey,
  ip: string,
): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(sql`select rotate_order_key(
    ${grant.actor.personId}::uuid, ${active}, ${next.id}, ${next.publicKey}, ${next.privateSealed}, ${ip}) as outcome`);
  return row?.outcome ?? "not_allowed";
}

/** "done", "changed" when the key is not retired, or "not_allowed". */
export async function revokeKey(
  db: Database,
  grant: Grant<"key.manage">,
  id: number,
  ip: string,
): Promise<string> {
  const [row] = await db.execute<{ outcome: string }>(
    sql`select revoke_order_key(${grant.actor.personId}::uuid, ${id}, ${ip}) as outcome`,
  );
  return row?.outcome ?? "not_allowed";
}

/** Whether these very bytes are on the paper of an order. */
export async function isPrintedCode(db: Database, code: Uint8Array): Promise<boolean> {
  const [row] = await db.execute<{ printed: boolean }>(
    sql`select is_printed_code(${Buffer.from(code)}) as printed`,
  );
  return row?.printed ?? false;
}

/** Whether there is a newer paper than the one with these bytes. */
export async function isSupersededCode(db: Database, code: Uint8Array): Promise<boolean> {
  const [row] = await db.execute<{ superseded: boolean }>(
    sql`select is_superseded_code(${Buffer.from(code)}) as superseded`,
  );
  return row?.superseded ?? false;
}
