import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { readLookup } from "@/domain/lookup/read-lookup";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { seal, sealBytes } from "@/lib/crypto/seal";
import { submissionKey } from "@/lib/crypto/submission-key";
import { authorize, type Grant } from "@/model/access";
import type { ReportPhoto } from "./photo";
import type { ReportInput } from "./schema";
import { photoPlace, wordsPlace } from "./sealed-fields";

/**
 * Reports a mismatch in an answer of the provider's own. Returns the folio, or null when there is no such
 * answer. A repeated submission returns the first folio; one that was changed in between is another report.
 * @throws Refusal "report_unconfirmed" when it would hold the order and nobody said that it may ·
 * "too_many_reports" · "not_allowed"
 */
export async function fileReport(
  grant: Grant<"report.file">,
  lookupId: string,
  { key, reason, words, confirmed }: Omit<ReportInput, "withoutPhoto">,
  photo: ReportPhoto | null,
  notice: Notice,
  client: { ip: string },
): Promise<string | null> {
  const db = databaseFor(grant);
  const [answer, readers] = await Promise.all([
    readLookup(authorize(grant.actor, "order.look_up"), lookupId),
    call(db, "desk_recipients", { kind: "report", way: "now" }),
  ]);
  if (!answer) return null;
  // Without the photo: one that arrived before its form is gone when the form is sent again after a lost answer.
  const report = submissionKey(key, [lookupId, reason, words]);
  const { outcome, folio } = await call(db, "file_report", {
    report,
    provider: grant.actor.provider.id,
    person: grant.actor.personId,
    lookup: lookupId,
    verdict: answer.verdict,
    reason,
    words: words === null ? null : seal(words, wordsPlace(report)),
    photoType: photo?.type ?? null,
    photoSize: photo?.content.length ?? null,
    photo: photo && sealBytes(photo.content, photoPlace(report)),
    mails: mailsJson(composeNotices("report.filed", report, readers, notice)),
    ip: client.ip,
    confirmed,
  });
  requireDone("file_report_outcome", outcome);
  return folio;
}
