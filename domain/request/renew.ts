import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { FilingEmail } from "./emails";
import { type Filing, filingArguments } from "./filing";

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

/** Whether somebody has something to send: it is due, or soon will be, and nothing that was sent waits or came back. */
export const isToBeSent = ({ since, state }: Pick<OwnRenewal, "since" | "state">): boolean =>
  since !== null && state !== "submitted" && state !== "returned";

/**
 * Files a renewal of the provider's documents; answers its filing number, that of the first when it was filed twice.
 * What the provider may do stays as it is.
 * @throws Refusal "nothing_to_renew" · "request_not_found" when it does not have the application · "documents_missing"
 */
export async function submitRenewal(
  grant: Grant<"application.request">,
  filing: Filing,
  email: FilingEmail,
  client: { ip: string },
): Promise<string> {
  const args = filingArguments(grant, filing, email, client);
  const { outcome, filingNumber } = await call(databaseFor(grant), "file_renewal", args);
  requireDone("file_renewal_outcome", outcome);
  if (filingNumber === null) throw new Refusal("request_not_found");
  return filingNumber;
}
