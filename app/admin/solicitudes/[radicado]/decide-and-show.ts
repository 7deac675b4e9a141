import { mailLinks } from "@/app/_server/mail-links";
import "server-only";
import { redirect } from "next/navigation";
import { databaseFor } from "@/db/client";
import { findFilingNumber } from "@/db/queries/request-desk";
import { decisionEmails } from "@/domain/notify/request-emails";
import { decide } from "@/domain/request/decide";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Decision } from "@/model/request";

/** Runs the decision and shows the request. After a concurrent decision the page has no forms, so it says why. */
export async function decideAndShow(
  grant: Grant<"request.decide">,
  decision: { requestId: string; decision: Decision; reason: string | null; seen: string },
  client: { ip: string },
): Promise<never> {
  const filingNumber = await findFilingNumber(databaseFor(grant), decision.requestId);
  const page = filingNumber ? `/admin/solicitudes/${filingNumber}` : "/admin/solicitudes";
  try {
    await decide(grant, decision, await decisionEmails(mailLinks), client);
  } catch (error) {
    if (error instanceof Refusal && error.code === "request_already_decided") redirect(`${page}?decidida=1`);
    throw error;
  }
  redirect(page);
}
