import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listMemberOrOwners } from "@/db/queries/notify-recipients";
import { findReport } from "@/db/queries/report-desk";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import { authorize, type Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { ReportOutcome } from "@/model/report";
import type { DecideReportInput } from "./schema";

/** The texts of the e-mail to the reporter. They are passed in, since domain/ holds no texts. */
export type ReportWords = {
  /** The usual answer, where the desk wrote none. */
  usual: (outcome: ReportOutcome) => string;
  compose: (folio: string, outcome: ReportOutcome, answer: string) => Notice;
};

/**
 * Closes a report, once: the first decision is final. The same statement releases, annuls or keeps the order
 * and queues the e-mail to the reporter, or to the provider's owners when the reporter left.
 * @throws Refusal "report_decided" · "changed_since" when the order is not what was shown · "own_provider" ·
 * "order_state_changed" · "not_allowed"
 */
export async function decideReport(
  grant: Grant<"report.handle">,
  { folio, outcome, answer, orderAction, seen }: Omit<DecideReportInput, "seen"> & { seen?: string },
  words: ReportWords,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const report = await findReport(db, authorize(grant.actor, "report.read"), folio);
  if (!report) throw new Refusal("report_decided");
  const recipients = await listMemberOrOwners(db, {
    personId: report.reporterId,
    providerId: report.providerId,
  });
  const answerText = answer ?? words.usual(outcome);
  const done = await call(db, "decide_report", {
    report: report.id,
    actor: grant.actor.personId,
    outcome,
    answer: answerText,
    deed: orderAction,
    mails: mailsJson(
      composeNotices("report.decided", report.id, recipients, words.compose(folio, outcome, answerText)),
    ),
    ip: client.ip,
    seen: seenParts(seen),
  });
  if (done === "changed") {
    const shown = { kind: "report", id: folio, was: seenParts(seen) } as const;
    throw changedSince(await call(db, "list_seen_changes", shown));
  }
  requireDone("decide_report_outcome", done);
}
