import type { TransactionSql } from "postgres";
import { owner } from "@/tests/support/factories/account";

/** Runs a test in a transaction that is rolled back, so that it may change rows of the whole installation. */
export async function inRolledBack<T>(attempt: (transaction: TransactionSql) => Promise<T>): Promise<T> {
  let answer: { of: T } | null = null;
  await owner
    .begin(async (transaction) => {
      answer = { of: await attempt(transaction) };
      throw new Error("taken back");
    })
    .catch((error: Error) => {
      if (error.message !== "taken back") throw error;
    });
  return (answer as unknown as { of: T }).of;
}

/** The value of the first column of the first row. */
export async function firstValue<T>(query: Promise<Iterable<unknown>>): Promise<T> {
  const [row] = await query;
  return Object.values(row as object)[0] as T;
}
