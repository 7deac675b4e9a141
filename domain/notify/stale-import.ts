import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { findCajaProfile } from "@/db/queries/caja";
import { mailsJson } from "@/db/queries/notify";
import { listOfficialsWhoMay } from "@/db/queries/notify-recipients";
import { dateTime } from "@/lib/format/date";
import { isLeader } from "@/lib/process-state";
import { esCO } from "@/messages/es-CO";
import { composeNotices } from "./outbox";

const EVERY_MS = 60_000;
const JOB = { name: "import.age", dueSeconds: 600 };

/** Checks every minute whether files of orders are overdue, as long as the process lives. */
export function startStaleImportNotices(): void {
  setInterval(() => {
    if (isLeader()) void runJob(jobsDatabase(), JOB, () => notifyIfStale(jobsDatabase()));
  }, EVERY_MS).unref();
}

/** One mail to each administrator when the newest file is older than the setting; true when it was now. */
export async function notifyIfStale(db: Database): Promise<boolean> {
  const stale = await call(db, "find_stale_import", {});
  if (!stale || stale.told) return false;
  const [administrators, caja] = await Promise.all([
    listOfficialsWhoMay(db, "settings.edit"),
    findCajaProfile(db),
  ]);
  const { staleSubject, staleText } = esCO.admin.imports.email;
  const mails = composeNotices("orders.stale", stale.run, administrators, {
    subject: staleSubject,
    text: staleText(dateTime(stale.finishedAt, "es-CO"), stale.hours, caja?.name ?? ""),
  });
  const outcome = await call(db, "queue_stale_import_notice", { run: stale.run, mails: mailsJson(mails) });
  return outcome === "done";
}
