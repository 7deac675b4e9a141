import { randomUUID } from "node:crypto";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { bareRightsCode, newRightsCode, rightsCodeHash } from "./code";
import { requireRightsRequest } from "./desk";
import type { RightsStep } from "./schema";

/** The e-mail with another code, in the language of the request. */
export type CodeEmail = (request: { number: string; code: string; language: string }) => Notice;

/**
 * Mails another code to the mailbox of a request, an answered one too; the one before is void. No person of the caja
 * sees it, because it proves the mailbox.
 * @throws Refusal "rights_changed" · "rights_gone"
 */
export async function reissueRightsCode(
  grant: Grant<"rights.handle">,
  { number, version }: RightsStep,
  compose: CodeEmail,
  client: { ip: string },
): Promise<void> {
  const { language, content } = await requireRightsRequest(grant, number, client);
  const [event, code] = [randomUUID(), newRightsCode()];
  const mail = { to: content.email, ...compose({ number, code, language }) };
  const outcome = await call(databaseFor(grant), "reissue_rights_code", {
    actor: grant.actor.personId,
    number,
    version,
    step: event,
    codeHash: rightsCodeHash(bareRightsCode(code)),
    mails: mailsJson([composeMail("rights", `${event}:code`, mail)]),
    ip: client.ip,
  });
  requireDone("rights_outcome", outcome);
}
