import { jobsDatabase } from "@/db/client";
import { forgetOld } from "@/db/queries/retention";
import { log } from "@/lib/log";

const HOUR_MS = 3_600_000;

/** Forgets old personal data at start and then every hour. Periods: db/functions/clean.sql. */
export function startForgetting(): void {
  const forget = () =>
    forgetOld(jobsDatabase()).catch((error: unknown) => {
      log.warn({ event: "forget.failed", reason: error instanceof Error ? error.name : "unknown" });
    });
  void forget();
  setInterval(forget, HOUR_MS).unref();
}
