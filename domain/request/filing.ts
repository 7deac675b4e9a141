import { randomUUID } from "node:crypto";
import { mailsJson } from "@/db/queries/notify";
import type { TypedAccount } from "@/domain/bank-account/schema";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { composeNotices } from "@/domain/notify/outbox";
import type { Grant } from "@/model/access";
import type { Uploads } from "./documents-due";
import type { FilingEmail } from "./emails";
import { sealUploads } from "./sealed-documents";

/** What a provider sends for an application, at first and when it renews. */
export type Filing = { applicationCode: string; account?: TypedAccount | null; uploads: Uploads };

/** The arguments that both functions which file a request take, with an id of its own and the mail to who files it. */
export function filingArguments(
  { actor }: Grant<"application.request">,
  { applicationCode, account, uploads }: Filing,
  email: FilingEmail,
  { ip }: { ip: string },
) {
  const id = randomUUID();
  return {
    request: id,
    provider: actor.provider.id,
    person: actor.personId,
    application: applicationCode,
    account: account ? sealedAccount(account) : {},
    ...sealUploads(uploads),
    mails: mailsJson(composeNotices("request", `${id}:submitted`, [{ email: actor.email }], email)),
    ip,
  };
}
