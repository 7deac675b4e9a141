import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import type { AgreementInput } from "./schema";

/**
 * Creates a convenio, or changes the name, e-mail and days of one.
 * @throws Refusal "agreement_number_taken" · "agreement_changed" · "agreement_not_found" · "not_allowed"
 */
export async function saveAgreement(
  grant: Grant<"agreement.manage">,
  { agreement, email, nit, ...input }: AgreementInput,
  client: { ip: string },
): Promise<void> {
  const outcome = await call(databaseFor(grant), "save_agreement", {
    ...input,
    ...nit,
    agreement: agreement || null,
    email: email || null,
    actor: grant.actor.personId,
    ip: client.ip,
  });
  requireDone("agreement_outcome", outcome);
}
