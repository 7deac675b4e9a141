import { setTimeout as pause } from "node:timers/promises";
import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { failureCode, runJob } from "@/db/job";
import { isLeader } from "@/lib/process-state";
import { type RetentionRule, retentionRules } from "@/model/retention";

const HOUR_MS = 3_600_000;
const SOON_MS = 60_000;
const NOT_LEADER_MS = 5_000;
/** Raises an alarm after three rounds that did not finish. */
const DUE_SECONDS = 3 * 3_600;

/** Rows of one statement: far below the time that a statement has. */
const BATCH = 1_000;
const SMALLEST_BATCH = 10;
/** What one rule may take of a round; the next round goes on with the rest. */
const RULE_MS = 60_000;
/** Between two batches, so that the counters' statements come first. */
const BREATH_MS = 20;

const QUERY_CANCELED = "57014";

/** More rows are due than a retention rule may delete in one round. */
class NotCaughtUp extends Error {
  override name = "NotCaughtUp";
}

/**
 * Deletes old personal data at start-up and then every hour. After a round that failed or did not finish, the
 * next one starts within a minute. Periods: db/functions/retention.sql.
 */
export function startRetentionJob(): void {
  const round = async () => {
    if (!isLeader()) return void setTimeout(round, NOT_LEADER_MS).unref();
    const caughtUp = await applyRetention(jobsDatabase());
    setTimeout(round, caughtUp ? HOUR_MS : SOON_MS).unref();
  };
  void round();
}

/**
 * One round over all rules; a failing rule does not stop the others. True when nothing is left to delete. Never
 * throws.
 */
export async function applyRetention(db: Database, ruleMs = RULE_MS): Promise<boolean> {
  let caughtUp = true;
  for (const rule of retentionRules) {
    const job = { name: `retention.${rule}`, dueSeconds: DUE_SECONDS };
    caughtUp = (await runJob(db, job, () => applyRetentionRule(db, rule, ruleMs))) && caughtUp;
  }
  return caughtUp;
}

/**
 * Deletes in batches until nothing is left. A batch that takes too long is retried with half as many rows.
 * @throws NotCaughtUp when the time is over and more is left
 */
export async function applyRetentionRule(db: Database, rule: RetentionRule, ruleMs = RULE_MS): Promise<void> {
  let limit = BATCH;
  for (const end = performance.now() + ruleMs; ; await pause(BREATH_MS)) {
    try {
      if ((await call(db, "forget", { rule, limit })) < limit) return;
    } catch (error) {
      if (failureCode(error) !== QUERY_CANCELED || limit <= SMALLEST_BATCH) throw error;
      limit = Math.ceil(limit / 2);
    }
    if (performance.now() >= end) throw new NotCaughtUp(rule);
  }
}
