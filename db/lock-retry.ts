import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { sqlstate } from "./sqlstate";

/** Whoever asks for the same table stands behind us for so long at most. */
const LOCK_MS = 500;
const PAUSE_MS = 1_500;
/** A copy of a large database is over by then. */
const LONGEST_MS = 2 * 60 * 60 * 1_000;

/** 55P03: the lock was not got. 40P01: others had to go first. */
const later = new Set(["55P03", "40P01"]);

/**
 * Runs a transaction that changes tables or functions without holding up others: it asks for its locks briefly, and
 * again after a pause. Tells once, on standard error, when it has to wait.
 */
export async function retryLocked(
  client: postgres.Sql,
  run: (transaction: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  for (let logged = false, end = Date.now() + LONGEST_MS; ; ) {
    try {
      await client.begin(async (transaction) => {
        await transaction.unsafe(`set local lock_timeout = ${LOCK_MS}`);
        await run(transaction);
      });
      return;
    } catch (error) {
      if (!isPassing(error) || Date.now() > end) throw error;
      if (!logged)
        process.stderr.write(
          "Otra sesión tiene ocupada una tabla; se intenta de nuevo hasta que la suelte.\n",
        );
      logged = true;
      await pause(PAUSE_MS * (0.5 + Math.random()));
    }
  }
}

function isPassing(error: unknown): boolean {
  const isRewritten = error instanceof Error && error.message === "tuple concurrently updated";
  return later.has(sqlstate(error)) || isRewritten;
}
