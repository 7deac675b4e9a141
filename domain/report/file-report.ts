import { databaseFor } from "@/db/client";
import { listAdministratorEmails } from "@/db/queries/import-age";
import * as rows from "@/db/queries/report";
import { readLookup } from "@/domain/lookup/read-lookup";
import { composeMail, type EmailMessage } from "@/domain/notify/outbox";
import { seal, sealBytes } from "@/lib/crypto/seal";
import { authorize, type Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { ReportPhoto } from "./photo";
import type { ReportInput } from "./schema";
import { photoPlace, wordsPlace } from "./sealed-fields";

/**
 * Tells the caja what does not match in an answer of the provider's own; answers the folio, or null when there is
 * no such answer. A second press answers the folio of the first.
 * @throws Refusal "too_many_reports" · "not_allowed"
 */
export async function fileReport(
  grant: Grant<"report.file">,
  lookupId: string,
  { key, reason, words }: ReportInput,
  photo: ReportPhoto | null,
  letter: Omit<EmailMessage, "to">,
  client: { ip: string },
): Promise<string | null> {
  const db = databaseFor(grant);
  const [answer, administrators] = await Promise.all([
    readLookup(authorize(grant.actor, "order.look_up"), lookupId),
    listAdministratorEmails(db),
  ]);
  if (!answer) return null;
  const { outcome, folio } = await rows.fileReport(db, grant, {
    id: key,
    lookupId,
    verdict: answer.verdict,
    reason,
    wordsSealed: words === null ? null : seal(words, wordsPlace(key)),
    photo: photo && {
      type: photo.type,
      size: photo.content.length,
      sealed: sealBytes(photo.content, photoPlace(key)),
    },
    mails: administrators.map((to, at) =>
      composeMail({ eventKey: `report.filed:${key}:${at}`, to, ...letter }),
    ),
    ip: client.ip,
  });
  if (outcome === "too_many") throw new Refusal("too_many_reports");
  if (outcome === "not_allowed") throw new Refusal("not_allowed");
  return folio;
}
