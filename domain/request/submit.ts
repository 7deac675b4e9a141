import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { listRecipient } from "@/db/queries/notify-recipients";
import { fileRequest } from "@/db/queries/request";
import { composeNotices } from "@/domain/notify/outbox";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { RequestDocument } from "@/model/request";
import type { FilingEmail } from "./emails";

/**
 * Files the provider's request for an application; answers its filing number. A second press answers the
 * number of the first.
 * @throws Refusal "nit_has_owner" when another provider was approved with this NIT · "request_not_found"
 */
export async function submitRequest(
  grant: Grant<"application.request">,
  request: {
    applicationCode: string;
    agreementNumber: string | null;
    rut: RequestDocument;
    chamber: RequestDocument;
  },
  letter: FilingEmail,
  client: { ip: string },
): Promise<string> {
  const id = randomUUID();
  const db = databaseFor(grant);
  const filer = await listRecipient(db, grant.actor.personId);
  const { outcome, filingNumber } = await fileRequest(db, grant, {
    id,
    ...request,
    mails: composeNotices("request", `${id}:submitted`, filer, letter),
    ip: client.ip,
  });
  if ((outcome === "done" || outcome === "open_already") && filingNumber) return filingNumber;
  if (outcome === "nit_has_owner" || outcome === "documents_missing") throw new Refusal(outcome);
  throw new Refusal(outcome === "not_allowed" ? "not_allowed" : "request_not_found");
}
