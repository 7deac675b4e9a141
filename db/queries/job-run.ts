import { asc, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { jobRuns } from "@/db/schema/job-run";

/** Writes down how a run went. `error` is a code without personal data, null for a run that went well. */
export async function reportJob(
  db: Database,
  { job, error, dueSeconds }: { job: string; error: string | null; dueSeconds: number },
): Promise<void> {
  await db.execute(sql`select report_job(${job}, ${error}::text, ${dueSeconds}::int)`);
}

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
