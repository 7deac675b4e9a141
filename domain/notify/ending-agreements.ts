import { type Database, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { runJob } from "@/db/job";
import { findCajaProfile } from "@/db/queries/caja";
import { mailsJson } from "@/db/queries/notify";
import { listOfficialsWhoMay } from "@/db/queries/notify-recipients";
import { shortDigest } from "@/lib/crypto/digest";
import { longDate } from "@/lib/format/date";
import { isLeader } from "@/lib/process-state";
import { esCO } from "@/messages/es-CO";
import { bogotaDay } from "@/model/calendar";
import { composeNotices } from "./outbox";

const EVERY_MS = 15 * 60_000;
const JOB = { name: "agreement.ends", dueSeconds: 3_600 };

/** Looks every quarter of an hour for convenios whose end has to be told, as long as the process lives. */
export function startAgreementNotices(): void {
  const look = () => {
    if (isLeader()) void runJob(jobsDatabase(), JOB, () => notifyOfEnds(jobsDatabase()));
  };
  setInterval(look, EVERY_MS).unref();
}

/**
 * Tells the owners of each company, and the people of the caja who keep the convenios, that they end: once 90, once 30
 * and once 7 days before. The caja gets one e-mail for all of a day.
 * @returns how many convenios were told of now
 */
export async function notifyOfEnds(db: Database): Promise<number> {
  const ending = await call(db, "list_ending_agreements", {});
  if (ending.length === 0) return 0;
  const [keepers, caja] = await Promise.all([
    listOfficialsWhoMay(db, "agreement.manage"),
    findCajaProfile(db),
  ]);
  const t = esCO.admin.agreements.emails;
  const signature = caja?.name ?? "";
  const own = ending.flatMap(({ agreementId, number, legalName, endsOn, days, owners }) =>
    composeNotices(
      "agreement.ends",
      `${agreementId}:${endsOn}:${days}`,
      owners.map((email) => ({ email })),
      {
        subject: t.endsSubject(legalName, t.in[String(days) as keyof typeof t.in]),
        text: t.endsText(legalName, number, longDate(endsOn, "es-CO"), caja?.name ?? "", signature),
      },
    ),
  );
  const lines = ending.map(({ legalName, number, endsOn }) =>
    t.deskLine(legalName, number, longDate(endsOn, "es-CO")),
  );
  // An end may be corrected on the day it was told: the same mail is the one that tells of the same ends.
  const ends = ending.map(({ agreementId, endsOn, days }) => `${agreementId}:${endsOn}:${days}`);
  const desk = composeNotices(
    "agreements.end",
    `${bogotaDay(new Date())}:${shortDigest(ends.join())}`,
    keepers,
    { subject: t.deskSubject(String(ending.length)), text: t.deskText(lines.join("\n"), signature) },
  );
  const outcome = await call(db, "queue_agreement_notices", {
    agreements: ending.map(({ agreementId }) => agreementId),
    mails: mailsJson([...own, ...desk]),
  });
  return outcome === "done" ? ending.length : 0;
}
