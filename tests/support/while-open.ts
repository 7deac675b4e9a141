import type postgres from "postgres";
import { owner } from "./look-up-orders";
import { firstValue } from "./rolled-back";

type Sql = postgres.Sql | postgres.TransactionSql | postgres.ReservedSql;

/**
 * Begins the second call when the first one has written and is not committed, and lets the first one go on when the
 * second waits for it or has answered.
 */
export async function whileOpen<T>(
  first: (sql: Sql) => Promise<unknown>,
  second: (sql: Sql) => Promise<T>,
): Promise<T> {
  // postgres.js never answers a reservation that opens the first connection of its pool.
  await owner`select`;
  const connection = await owner.reserve();
  try {
    const pid = await firstValue<number>(connection`select pg_backend_pid()`);
    const answer = await owner.begin(async (transaction) => {
      await first(transaction);
      let hasAnswered = false;
      const answering = second(connection).finally(() => {
        hasAnswered = true;
      });
      answering.catch(() => {});
      const waits = () =>
        firstValue<boolean>(transaction`select pg_backend_pid() = any(pg_blocking_pids(${pid}))`);
      while (!hasAnswered && !(await waits()));
      // In an object, because a transaction waits for a promise that it returns.
      return { answering };
    });
    return await answer.answering;
  } finally {
    connection.release();
  }
}
