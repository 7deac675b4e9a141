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
import type { Decision, RequestReason } from "@/model/request";
import type { DecidedRequest, DecisionEmails } from "./emails";

type DecisionRecipients = DecidedRequest & { id: string; recipients: Recipient[] };

/**
 * Decides a request, once: the first decision wins. Approving closes other open requests of the same NIT.
 * @throws Refusal "request_already_decided" · "changed_since" when it is not what was shown · "no_agreement_in_force" · "wrong_check_digit" · "nit_has_owner" · "request_not_found"
 */
export async function decide(
  grant: Grant<"request.decide">,
  {
    requestId,
    decision,
    reason,
    reasons = [],
    seen,
  }: {
    requestId: string;
    decision: Decision;
    /** What the provider reads. */
    reason: string | null;
    /** The same as codes, which are counted. */
    reasons?: readonly RequestReason[];
    seen?: string;
  },
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
        compose(decided, request, why),
      ),
    );
  const outcome = await call(db, "decide_request", {
    request: requestId,
    actor: grant.actor.personId,
    decision,
    reason,
    reasons,
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

/**
 * Takes the person's own decision back within its ten seconds: the request waits again, and nobody was told.
 * @throws Refusal "decision_stands" when it is too late · "decision_carries_another" when a second approval rests on it ·
 * "request_not_found"
 */
export async function takeBackDecision(
  grant: Grant<"request.decide">,
  request: string,
  client: { ip: string },
): Promise<void> {
  const args = { request, actor: grant.actor.personId, ip: client.ip };
  requireDone("take_back_outcome", await call(databaseFor(grant), "take_back_decision", args));
}

/** Says of a document of a request that it is right, or takes that back. @throws Refusal "request_already_decided" */
export async function markDocument(
  grant: Grant<"request.decide">,
  { request, document, good }: { request: string; document: string; good: boolean },
  client: { ip: string },
): Promise<void> {
  const args = { request, document, good, actor: grant.actor.personId, ip: client.ip };
  requireDone("mark_document_outcome", await call(databaseFor(grant), "mark_request_document", args));
}
