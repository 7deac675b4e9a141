import type postgres from "postgres";

export type SealedCount = { column: string; key: number; amount: number };

/** How many values each key has sealed, by column. It reads every one, so it may take its time. */
export async function countSealed(client: postgres.Sql): Promise<SealedCount[]> {
  return client.begin(async (transaction) => {
    await transaction`set local statement_timeout = 0`;
    const rows = await transaction<{ column: string; key: number; amount: string }[]>`
      select sealed_column as "column", key_number as key, amount from count_sealed()`;
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  });
}

/** The sum for each key, its number first. */
export function byKey(counts: readonly SealedCount[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { key, amount } of counts) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}
