import { asc, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { jobRuns } from "@/db/schema/job-run";

/** Jobs whose last run failed, or that should have gone well again by now. */
export async function listTroubledJobs(db: Database) {
  return db
    .select({
      job: jobRuns.job,
      lastOkAt: jobRuns.lastOkAt,
      lastFailedAt: jobRuns.lastFailedAt,
      lastError: jobRuns.lastError,
      failures: jobRuns.failures,
    })
    .from(jobRuns)
    .where(or(isNotNull(jobRuns.lastError), sql`${jobRuns.lateAfter} < now()`))
    .orderBy(asc(jobRuns.job));
}

export type TroubledJob = Awaited<ReturnType<typeof listTroubledJobs>>[number];
