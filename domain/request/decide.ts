import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { findDecisionRecipients } from "@/db/queries/request";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import type { Grant } from "@/model/access";
import type { Recipient } from "@/model/notify";
import { Refusal } from "@/model/refusal";
import type { Decision } from "@/model/request";
import type { DecisionEmails } from "./emails";

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
  { compose, closingReason }: DecisionEmails,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const recipients = await findDecisionRecipients(db, grant, requestId);
  if (!recipients) throw new Refusal("request_not_found");
  const mailsTo = (request: DecisionRecipients, decided: Decision, why: string | null) =>
    mailsJson(
      composeNotices(
        "request",
        // One message a person and decision; a request returned twice is told of twice.
        `${request.id}:${decided}:${randomUUID()}`,
        request.recipients,
        compose(decided, request.filingNumber, why),
      ),
    );
  const outcome = await call(db, "decide_request", {
    request: requestId,
    actor: grant.actor.personId,
    decision,
    reason,
    seen: seenParts(seen),
    closingReason,
    mails: mailsTo(recipients.own, decision, reason),
    closing: Object.fromEntries(
      recipients.others.map((other) => [other.id, mailsTo(other, "rejected", closingReason)]),
    ),
    ip: client.ip,
  });
  if (outcome === "changed") {
    const shown = { kind: "request", id: recipients.own.filingNumber, was: seenParts(seen) } as const;
    throw changedSince(await call(db, "list_seen_changes", shown));
  }
  requireDone("decide_request_outcome", outcome);
}
