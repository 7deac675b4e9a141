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

/** What a provider has to give again for an application that it has, and how its last renewal stands. */
export type OwnRenewal = Awaited<ReturnType<typeof listRenewals>>[number];

/** The renewals of the grant's provider: what is due, and what waits or came back. */
export async function listRenewals(grant: Grant<"application.view">) {
  const { personId: person, provider } = grant.actor;
  const rows = await call(databaseFor(grant), "own_renewals", { provider: provider.id, person });
  return rows.map(({ kinds, names, ...row }) => ({
    ...row,
    documents: kinds.map((kind, at) => ({ kind, name: names[at] ?? kind })),
  }));
}

/** Whether somebody has to send something: it is due, and nothing that was sent waits or came back. */
export const isToBeSent = ({ since, state }: Pick<OwnRenewal, "since" | "state">): boolean =>
  since !== null && state !== "submitted" && state !== "returned";

/**
 * Files a renewal of the provider's documents; answers its filing number, that of the first when it was filed twice.
 * What the provider may do stays as it is.
 * @throws Refusal "nothing_to_renew" · "request_not_found" when it does not have the application · "documents_missing"
 */
export async function submitRenewal(
  grant: Grant<"application.request">,
  {
    applicationCode: application,
    account,
    uploads,
  }: { applicationCode: string; account?: TypedAccount | null; uploads: Uploads },
  email: FilingEmail,
  client: { ip: string },
): Promise<string> {
  const id = randomUUID();
  const db = databaseFor(grant);
  const filer = [{ email: grant.actor.email }];
  const { outcome, filingNumber } = await call(db, "file_renewal", {
    request: id,
    provider: grant.actor.provider.id,
    person: grant.actor.personId,
    application,
    account: account ? sealedAccount(account) : {},
    ...sealUploads(uploads),
    mails: mailsJson(composeNotices("request", `${id}:submitted`, filer, email)),
    ip: client.ip,
  });
  requireDone("file_renewal_outcome", outcome);
  if (filingNumber === null) throw new Refusal("request_not_found");
  return filingNumber;
}
