import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { type DecisionOutcome, decideRequest, findDecisionRecipients } from "@/db/queries/request";
import { listChanges } from "@/db/queries/seen";
import { composeNotices } from "@/domain/notify/outbox";
import { changedSince } from "@/domain/seen";
import type { Grant } from "@/model/access";
import type { OutboxMessage, Recipient } from "@/model/notify";
import { Refusal, type RefusalCode } from "@/model/refusal";
import type { Decision } from "@/model/request";
import type { DecisionEmails } from "./emails";

const refusals: Record<Exclude<DecisionOutcome, "done" | "changed">, RefusalCode> = {
  already_decided: "request_already_decided",
  not_found: "request_not_found",
  no_agreement: "no_agreement_in_force",
  nit_has_owner: "nit_has_owner",
  not_allowed: "not_allowed",
};

type DecisionRecipients = { id: string; filingNumber: string; recipients: Recipient[] };

/**
 * Decides a request, once: the first decision wins. Approving closes other open requests of the same NIT.
 * @throws Refusal "request_already_decided" · "changed_since" when it is not what was shown · "no_agreement_in_force" · "nit_has_owner" · "request_not_found"
 */
export async function decide(
  grant: Grant<"request.decide">,
  {
    requestId,
    decision,
    reason,
    seen,
  }: { requestId: string; decision: Decision; reason: string | null; seen?: string },
  { letter, closingReason }: DecisionEmails,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const recipients = await findDecisionRecipients(db, grant, requestId);
  if (!recipients) throw new Refusal("request_not_found");
  const mailsTo = (request: DecisionRecipients, decided: Decision, why: string | null): OutboxMessage[] =>
    composeNotices(
      "request",
      // One message a person and decision; a request returned twice is told of twice.
      `${request.id}:${decided}:${randomUUID()}`,
      request.recipients,
      letter(decided, request.filingNumber, why),
    );
  const outcome = await decideRequest(db, grant, {
    requestId,
    decision,
    reason,
    seen: seen ?? null,
    closingReason,
    mails: mailsTo(recipients.own, decision, reason),
    closing: Object.fromEntries(
      recipients.others.map((other) => [other.id, mailsTo(other, "rejected", closingReason)]),
    ),
    ip: client.ip,
  });
  if (outcome === "changed")
    throw changedSince(await listChanges(db, { request: recipients.own.filingNumber }, seen ?? "{}"));
  if (outcome !== "done") throw new Refusal(refusals[outcome]);
}
