import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** How a background job went last, one row a job: what the caja is warned from. */
export const jobRuns = pgTable(
  "job_run",
  {
    job: text().primaryKey(),
    lastOkAt: moment("last_ok_at"),
    lastFailedAt: moment("last_failed_at"),
    /** SQLSTATE, network code or name of the error of the last run; null when it went well. Never a message. */
    lastError: text("last_error"),
    /** Runs that failed since the last one that went well. */
    failures: integer().notNull().default(0),
    /** By then it should have gone well again: later than this, the job is late even if nobody reported a failure. */
    lateAfter: moment("late_after").notNull(),
  },
  (table) => [check("job_run_failed", sql`(${table.lastError} is null) = (${table.failures} = 0)`)],
);
