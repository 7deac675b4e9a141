import { randomUUID } from "node:crypto";
import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listTeam } from "@/db/queries/notify-recipients";
import { findProvider } from "@/db/queries/provider";
import { findNamedOwner } from "@/db/queries/team";
import { invitationBudgets } from "@/domain/account/budgets";
import { linkLifetimes } from "@/domain/account/session-limits";
import type { Notice } from "@/domain/notify/channel";
import { composeMail, composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken } from "@/lib/crypto/token";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { ownerCode, ownerCodeHash } from "./owner-code";
import type { OwnerInput } from "./owner-schema";

type Client = { ip: string };

/** The e-mail to the new owner, and the one to all who work for the company. */
export type OwnerEmails = (named: { company: string; name: string; token: string }) => {
  invite: Notice;
  team: Notice;
};

/** The owner whom the caja named, with the code to tell them; null when nobody is. */
export async function readNamedOwner(grant: Grant<"provider.manage">, provider: string) {
  if (!z.uuid().safeParse(provider).success) return null;
  const named = await findNamedOwner(databaseFor(grant), provider);
  return named && { ...named, code: ownerCode(named.id) };
}

/**
 * Names another owner of a provider whose only one left. They become it by accepting; all who work there are told.
 * @throws Refusal "owner_remains" · "owner_already" · "owner_named" · "owner_email_barred" · "changed_since" · "too_many_attempts"
 */
export async function nameOwner(
  grant: Grant<"provider.manage">,
  { provider, email, name, proof, seen }: OwnerInput,
  emails: OwnerEmails,
  client: Client,
): Promise<void> {
  const db = databaseFor(grant);
  const [found, team] = await Promise.all([findProvider(db, provider), listTeam(db, provider)]);
  if (!found) throw new Refusal("provider_not_found");
  const id = randomUUID();
  const { token, hash } = newToken();
  const { invite, team: toTeam } = emails({ company: found.legalName, name, token });
  const mail = composeMail("invitation", `${id}:${shortDigest(token)}`, { to: email, ...invite });
  const shown = seenParts(seen);
  const { outcome, waitUntil } = await call(db, "name_owner", {
    invitation: id,
    provider,
    actor: grant.actor.personId,
    email,
    name,
    proof,
    codeHash: ownerCodeHash(id, ownerCode(id)),
    seen: shown,
    linkHash: hash,
    linkSeconds: linkLifetimes.ownership,
    eventKey: mail.eventKey,
    messageId: mail.messageId,
    content: mail.content,
    mails: mailsJson(composeNotices("provider.owner", `${id}:named`, team, toTeam)),
    budgets: invitationBudgets(shortDigest(email), provider),
    ip: client.ip,
  });
  if (outcome === "waiting") throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  if (outcome === "changed")
    throw changedSince(await call(db, "list_seen_changes", { kind: "provider", id: provider, was: shown }));
  requireDone("owner_outcome", outcome);
}

/** Takes back an owner who has not accepted yet. @throws Refusal "owner_not_named" */
export async function withdrawOwner(
  grant: Grant<"provider.manage">,
  { provider, invitation }: { provider: string; invitation: string },
  compose: (company: string) => Notice,
  client: Client,
): Promise<void> {
  const db = databaseFor(grant);
  const [found, team] = await Promise.all([findProvider(db, provider), listTeam(db, provider)]);
  if (!found) throw new Refusal("provider_not_found");
  const mails = composeNotices("provider.owner", `${invitation}:withdrawn`, team, compose(found.legalName));
  const outcome = await call(db, "withdraw_owner", {
    invitation,
    provider,
    actor: grant.actor.personId,
    mails: mailsJson(mails),
    ip: client.ip,
  });
  requireDone("owner_outcome", outcome);
}
