import { setTimeout as pause } from "node:timers/promises";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { isLeader } from "@/lib/process-state";

const EVERY_MS = 10 * 60_000;
/** An alarm after an hour without a round that went well: the figures stay right, and slowly take longer. */
const JOB = { name: "settlement.sums", dueSeconds: 3_600 };
/** Days of providers, and figures of a day, of one statement. */
const BATCH = 200;
/** Between two batches, so that the counters' statements come first. */
const BREATH_MS = 20;

/**
 * Merges the appended rows of both tables of sums every ten minutes, and counts the answers of the days that are over,
 * as long as the process lives.
 */
export function startMergingSums(): void {
  setInterval(() => {
    if (isLeader()) void runJob(jobsDatabase(), JOB, () => mergeSums(jobsDatabase()));
  }, EVERY_MS).unref();
}

/** Batch after batch, until no more is left than what was appended meanwhile. */
export async function mergeSums(db: Database): Promise<void> {
  while ((await call(db, "merge_settlement_sums", { limit: BATCH })) === BATCH) await pause(BREATH_MS);
  while ((await call(db, "merge_order_sums", { limit: BATCH })) === BATCH) await pause(BREATH_MS);
  while (await call(db, "count_answers", {})) await pause(BREATH_MS);
}
