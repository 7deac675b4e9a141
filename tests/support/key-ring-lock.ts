import { cajaDatabase } from "@/db/client";
import { fillKeyRing } from "@/domain/order-code/key-ring";
import { owner } from "@/tests/support/factories/account";

/**
 * The ring is one for the whole database: files whose tests move it, or count on a key staying, take turns.
 * Answers how to let the next one in.
 */
export async function holdKeyRing(): Promise<() => Promise<void>> {
  const connection = await owner.reserve();
  await connection`select pg_advisory_lock(hashtext('tests-key-ring'))`;
  await fillKeyRing(cajaDatabase());
  return async () => {
    await connection`select pg_advisory_unlock(hashtext('tests-key-ring'))`;
    connection.release();
  };
}
