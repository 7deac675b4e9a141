import { setTimeout as pause } from "node:timers/promises";
import type postgres from "postgres";
import { sqlstate } from "./sqlstate";

/** lock_timeout: others that need the same table queue behind us for at most this long. */
const LOCK_MS = 500;
const PAUSE_MS = 1_500;
/** Long enough for a dump of a large database to end. */
const LONGEST_MS = 2 * 60 * 60 * 1_000;

/** 55P03: the lock was not got. 40P01: others had to go first. */
const later = new Set(["55P03", "40P01"]);

/**
 * Runs a transaction with DDL without blocking others: it uses a short lock_timeout and retries after a pause.
 * Prints once, on standard error, that it has to wait.
 */
export async function retryLocked(
  client: postgres.Sql,
  run: (transaction: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  for (let logged = false, end = performance.now() + LONGEST_MS; ; ) {
    try {
      await client.begin(async (transaction) => {
        await transaction.unsafe(`set local lock_timeout = ${LOCK_MS}`);
        await run(transaction);
      });
      return;
    } catch (error) {
      if (!isPassing(error) || performance.now() > end) throw error;
      if (!logged)
        process.stderr.write(
          "Otra sesión tiene ocupada una tabla; se intenta de nuevo hasta que la suelte.\n",
        );
      logged = true;
      await pause(PAUSE_MS * (0.5 + Math.random()));
    }
  }
}

/** Sends statements as one message: a way to the server and back for each was half the time of a migration. */
export async function runTogether(
  transaction: postgres.TransactionSql,
  statements: readonly string[],
): Promise<void> {
  if (statements.length > 0) await transaction.unsafe(statements.join(";\n"));
}

function isPassing(error: unknown): boolean {
  const isRewritten = error instanceof Error && error.message === "tuple concurrently updated";
  return later.has(sqlstate(error)) || isRewritten;
}
