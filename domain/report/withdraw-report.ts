import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { findOwnReport } from "@/db/queries/report";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

/**
 * Withdraws an own report within fifteen minutes. Its hold on the order ends, and the readers who were
 * notified are told. Idempotent.
 * @throws Refusal "report_decided" · "report_withdraw_late" · "not_allowed", also for another person's
 */
export async function withdrawReport(
  grant: Grant<"report.file">,
  folio: string,
  notice: Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const [report, readers] = await Promise.all([
    findOwnReport(db, grant, folio),
    call(db, "desk_recipients", { kind: "report", way: "now" }),
  ]);
  if (!report) throw new Refusal("not_allowed");
  const outcome = await call(db, "withdraw_report", {
    report: report.id,
    person: grant.actor.personId,
    provider: grant.actor.provider.id,
    mails: mailsJson(composeNotices("report.withdrawn", report.id, readers, notice)),
    ip: client.ip,
  });
  requireDone("withdraw_report_outcome", outcome);
}
