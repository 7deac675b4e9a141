import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listAdministrators } from "@/db/queries/notify-recipients";
import { findOwnReport } from "@/db/queries/report";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

/**
 * Takes an own report back within its fifteen minutes; the hold that it placed on the order ends with it, and the
 * administrators who were told of it hear so. Taken back twice, it is taken back.
 * @throws Refusal "report_decided" · "report_withdraw_late" · "not_allowed", also for another person's
 */
export async function withdrawReport(
  grant: Grant<"report.file">,
  folio: string,
  notice: Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const [report, administrators] = await Promise.all([
    findOwnReport(db, grant, folio),
    listAdministrators(db),
  ]);
  if (!report) throw new Refusal("not_allowed");
  const outcome = await call(db, "withdraw_report", {
    report: report.id,
    person: grant.actor.personId,
    provider: grant.actor.provider.id,
    mails: mailsJson(composeNotices("report.withdrawn", report.id, administrators, notice)),
    ip: client.ip,
  });
  requireDone("withdraw_report_outcome", outcome);
}
