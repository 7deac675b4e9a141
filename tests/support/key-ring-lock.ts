import { cajaDatabase } from "@/db/client";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { owner } from "@/tests/support/factories/account";

/**
 * The key ring is one for the whole database, so test files that rotate it, or need a stable key, take turns
 * with an advisory lock. Returns the function that releases the lock.
 */
export async function lockKeyRing(): Promise<() => Promise<void>> {
  const connection = await owner.reserve();
  await connection`select pg_advisory_lock(hashtext('tests-key-ring'))`;
  await fillKeyRing(cajaDatabase());
  return async () => {
    await connection`select pg_advisory_unlock(hashtext('tests-key-ring'))`;
    connection.release();
  };
}
