import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { TypedAccount } from "@/domain/bank-account/schema";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Uploads } from "./documents-due";
import type { FilingEmail } from "./emails";
import { sealUploads } from "./sealed-documents";

/**
 * Files the provider's request for an application; answers its filing number. A second press answers the
 * number of the first.
 * @throws Refusal "nit_has_owner" when another provider was approved with this NIT · "request_not_found" ·
 * "documents_missing"
 */
export async function submitRequest(
  grant: Grant<"application.request">,
  {
    applicationCode: application,
    agreementNumber,
    account,
    uploads,
  }: {
    applicationCode: string;
    agreementNumber: string | null;
    account?: TypedAccount | null;
    uploads: Uploads;
  },
  email: FilingEmail,
  client: { ip: string },
): Promise<string> {
  const id = randomUUID();
  const db = databaseFor(grant);
  const filer = [{ email: grant.actor.email }];
  const { outcome, filingNumber } = await call(db, "file_request", {
    request: id,
    provider: grant.actor.provider.id,
    person: grant.actor.personId,
    application,
    agreementNumber,
    account: account ? sealedAccount(account) : {},
    ...sealUploads(uploads),
    mails: mailsJson(composeNotices("request", `${id}:submitted`, filer, email)),
    ip: client.ip,
  });
  requireDone("file_request_outcome", outcome);
  if (filingNumber === null) throw new Refusal("request_not_found");
  return filingNumber;
}
