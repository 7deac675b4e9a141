import "server-only";
import { redirect } from "next/navigation";
import { mailLinks } from "@/app/_server/mail-links";
import { databaseFor } from "@/db/client";
import { findFilingNumber, listNamedDocuments } from "@/db/queries/request-desk";
import { findNeighbours } from "@/db/queries/request-queue";
import { decisionEmails } from "@/domain/notify/request-emails";
import { decide } from "@/domain/request/decide";
import { joinReasons, sentenceOf } from "@/domain/request/reasons";
import type { Client } from "@/lib/http/client";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import type { Decision, RequestReason } from "@/model/request";
import { deskPath, listOf, QUEUE_PATH } from "../address";
import { namedBy, reasonWords } from "./reason-words";

/**
 * Decides and opens the next request of the list, which says what was done. After a concurrent decision the request is shown without
 * its forms, so the page says why.
 */
export async function decideAndShow(
  grant: Grant<"request.decide">,
  {
    list,
    own = "",
    reasons = [],
    ...decision
  }: {
    requestId: string;
    decision: Decision;
    seen: string;
    list: string;
    own?: string;
    reasons?: RequestReason[];
  },
  client: Client,
): Promise<never> {
  const db = databaseFor(grant);
  const filingNumber = (await findFilingNumber(db, decision.requestId)) ?? "";
  const nameOf = namedBy(await listNamedDocuments(db, decision.requestId));
  const sentences = reasons.map((reason) => sentenceOf(reasonWords(), reason, nameOf));
  const reason = decision.decision === "approved" ? null : joinReasons([...sentences, own]);
  try {
    await decide(grant, { ...decision, reason, reasons }, await decisionEmails(mailLinks), client);
  } catch (error) {
    if (error instanceof Refusal && error.code === "request_already_decided")
      redirect(`${deskPath(filingNumber, list)}${list ? "&" : "?"}decidida=1`);
    throw error;
  }
  const { next } = await findNeighbours(db, decision.requestId, listOf(list));
  const done = new URLSearchParams([...new URLSearchParams(list), ["hecha", filingNumber]]);
  redirect(`${next ? deskPath(next) : QUEUE_PATH}?${done}`);
}
