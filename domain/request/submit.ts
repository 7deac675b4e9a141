import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { FilingEmail } from "./emails";
import { type Filing, filingArguments } from "./filing";

/**
 * Files the provider's request for an application; answers its filing number. A second press answers the
 * number of the first.
 * @throws Refusal "nit_has_owner" when another provider was approved with this NIT · "request_not_found" ·
 * "documents_missing"
 */
export async function submitRequest(
  grant: Grant<"application.request">,
  filing: Filing & { agreementNumber: string | null },
  email: FilingEmail,
  client: { ip: string },
): Promise<string> {
  const args = filingArguments(grant, filing, email, client);
  const { outcome, filingNumber } = await call(databaseFor(grant), "file_request", {
    ...args,
    agreementNumber: filing.agreementNumber,
  });
  requireDone("file_request_outcome", outcome);
  if (filingNumber === null) throw new Refusal("request_not_found");
  return filingNumber;
}
