import type { TransactionSql } from "postgres";
import { owner } from "@/tests/support/factories/account";

/** The trigger of each table that forbids to change what was written. */
const triggers = { order: "enforce_order_immutability", order_use: "order_use_is_kept" } as const;

/**
 * Writes what no function of the portal may. In one transaction, so that nobody else's write is without the trigger,
 * or meets it switched on again under its own.
 */
export async function withoutTrigger(
  table: keyof typeof triggers,
  write: (transaction: TransactionSql) => Promise<unknown>,
): Promise<void> {
  await owner.begin(async (transaction) => {
    const [name, trigger] = [transaction(table), transaction(triggers[table])];
    await transaction`alter table ${name} disable trigger ${trigger}`;
    await write(transaction);
    await transaction`alter table ${name} enable trigger ${trigger}`;
  });
}
