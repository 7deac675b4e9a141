import type { TransactionSql } from "postgres";
import { owner } from "@/tests/support/factories/account";

/** Tries something in a transaction that is taken back: rows of the whole installation may be moved in it. */
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

/** The first column of a statement's first row. */
export async function one<T>(query: Promise<Iterable<unknown>>): Promise<T> {
  const [row] = await query;
  return Object.values(row as object)[0] as T;
}
