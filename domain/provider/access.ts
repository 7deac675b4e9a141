import { randomUUID } from "node:crypto";
import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { findProvider } from "@/db/queries/provider";
import { listProviderTeam } from "@/db/queries/provider-file";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { type EndAccessInput, EVERYBODY } from "./access-schema";

/** Everybody who works for a provider, owners first. */
export async function readProviderTeam(grant: Grant<"provider.manage">, id: string) {
  return z.uuid().safeParse(id).success ? listProviderTeam(databaseFor(grant), id) : [];
}

/**
 * Ends the access of one person of a provider, or of all of them, with their sessions and devices; each is told why.
 * @throws Refusal "member_gone" · "owner_needed" while the provider works · "request_waits" · "changed_since" · "provider_not_found"
 */
export async function endProviderAccess(
  grant: Grant<"provider.manage">,
  { provider, who, reason, seen }: EndAccessInput,
  compose: (company: string) => Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const [found, team] = await Promise.all([findProvider(db, provider), listProviderTeam(db, provider)]);
  if (!found) throw new Refusal("provider_not_found");
  const told = team.filter(({ id }) => who === EVERYBODY || id === who);
  const shown = seenParts(seen);
  const outcome = await call(db, "end_provider_access", {
    provider,
    actor: grant.actor.personId,
    person: who === EVERYBODY ? null : who,
    reason,
    seen: shown,
    mails: mailsJson(composeNotices("account.ended", randomUUID(), told, compose(found.legalName))),
    ip: client.ip,
  });
  if (outcome === "changed")
    throw changedSince(await call(db, "list_seen_changes", { kind: "provider", id: provider, was: shown }));
  requireDone("access_end_outcome", outcome);
}
