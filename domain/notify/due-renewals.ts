import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { findCajaProfile } from "@/db/queries/caja";
import { mailsJson } from "@/db/queries/notify";
import { longDate } from "@/lib/format/date";
import { isLeader } from "@/lib/process-state";
import { esCO } from "@/messages/es-CO";
import type { MailLinks } from "./links";
import { composeNotices } from "./outbox";

const EVERY_MS = 15 * 60_000;
const JOB = { name: "mail.renewals", dueSeconds: 3_600 };

type Links = Pick<MailLinks, "applications">;

/** Looks every quarter of an hour for documents whose renewal has to be told, as long as the process lives. */
export function startRenewalNotices(links: Links): void {
  setInterval(() => {
    if (isLeader()) void runJob(jobsDatabase(), JOB, () => notifyOfRenewals(jobsDatabase(), links));
  }, EVERY_MS).unref();
}

/**
 * Tells the owners of each provider which documents have to be given again: 30 days before the day, on the day, and
 * once more 30 and 60 days after it. From then on the caja alone sees it.
 * @returns how many providers were told now
 */
export async function notifyOfRenewals(db: Database, links: Links): Promise<number> {
  const [due, caja] = await Promise.all([call(db, "list_renewals_to_tell", {}), findCajaProfile(db)]);
  if (due.length === 0) return 0;
  const { due: t } = esCO.mails.requests.renewal;
  const notices = due.map(({ providerId, applicationCode, legalName, names, days, told, owners }) => {
    const lines = names.map((name, at) => t.line(name, longDate(days[at] ?? "", "es-CO")));
    const mails = composeNotices(
      "provider.renewal",
      `${providerId}:${applicationCode}:${told.join(",")}`,
      owners.map((email) => ({ email })),
      {
        subject: t.subject(legalName),
        text: t.text(legalName, lines.join("\n"), links.applications(), caja?.name ?? ""),
      },
    );
    return { provider: providerId, application: applicationCode, told, mails: mailsJson(mails) };
  });
  return (await call(db, "queue_renewal_notices", { notices })) === "done" ? due.length : 0;
}
