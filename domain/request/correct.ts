import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { TypedAccount } from "@/domain/bank-account/schema";
import { sealedAccount } from "@/domain/bank-account/sealed-fields";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { Uploads } from "./documents-due";
import { sealUploads } from "./sealed-documents";

/**
 * Sends a returned request again.
 * @throws Refusal "request_not_correctable" when it is not returned any more · "documents_missing"
 */
export async function sendCorrection(
  grant: Grant<"application.request">,
  {
    requestId,
    uploads,
    account,
    ...rest
  }: {
    requestId: string;
    agreementNumber: string | null;
    note: string | null;
    account?: TypedAccount | null;
    uploads: Uploads;
  },
  client: { ip: string },
): Promise<void> {
  const { personId: person, provider } = grant.actor;
  const outcome = await call(databaseFor(grant), "send_correction", {
    request: requestId,
    provider: provider.id,
    person,
    ...rest,
    account: account ? sealedAccount(account) : {},
    ...sealUploads(uploads),
    ip: client.ip,
  });
  requireDone("correct_request_outcome", outcome);
}
