import type { Database } from "@/db/client";
import { logError } from "@/lib/log";
import { call } from "./contract/call";

export type Job = {
  /** The job's name, which also names its alarm, such as "retention.sessions". */
  name: string;
  /** Without a successful run for this long the job is late. A few times its period. */
  dueSeconds: number;
};

/**
 * Runs a background job and records the result for the caja's alarms. Never throws: failures are in the log and
 * in `job_run`, and the next run retries. True on success.
 */
export async function runJob(db: Database, job: Job, work: () => Promise<unknown>): Promise<boolean> {
  const error = await work().then(
    () => null,
    (failure: unknown) => {
      logError("job.failed", failure, { job: job.name }, "warn");
      return failureCode(failure);
    },
  );

  await call(db, "report_job", { job: job.name, error, dueSeconds: job.dueSeconds }).catch(
    (failure: unknown) => {
      logError("job.not_reported", failure, { job: job.name }, "warn");
    },
  );
  return error === null;
}

/** SQLSTATE or network code of the innermost cause, else the error's name: its message may hold personal data. */
export function failureCode(error: unknown): string {
  let code = "unknown";
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    code = "code" in at && typeof at.code === "string" ? at.code : code === "unknown" ? at.name : code;
  }
  return code.slice(0, 60);
}
