import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "@/db/columns";

/** Last result of each background job, the source of alarms. */
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
    /** When the next success is due. Later the job counts as late, even without a failure. */
    lateAfter: moment("late_after").notNull(),
  },
  (table) => [check("job_run_failed", sql`(${table.lastError} is null) = (${table.failures} = 0)`)],
);
