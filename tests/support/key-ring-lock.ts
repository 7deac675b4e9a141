import { cajaDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { env } from "@/lib/env";

/**
 * The key ring is one for the whole database, so test files that rotate it, or need a stable key, take turns
 * with an advisory lock. Returns the function that releases the lock. The lock is its own connection's: the driver never
 * answers a "reserve" with which a pool begins, so a file that ran alone would wait for ever.
 */
export async function lockKeyRing(): Promise<() => Promise<void>> {
  const connection = connect(env().DATABASE_URL, null, 1);
  await connection`select pg_advisory_lock(hashtext('tests-key-ring'))`;
  await fillKeyRing(cajaDatabase());
  return () => connection.end();
}
