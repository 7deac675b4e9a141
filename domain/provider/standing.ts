import { randomUUID } from "node:crypto";
import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import type { ProviderStanding } from "@/db/contract/functions.generated";
import { mailsJson } from "@/db/queries/notify";
import { listOwners } from "@/db/queries/notify-recipients";
import { findProvider, type ListedStanding, listProviders } from "@/db/queries/provider";
import { findSeen } from "@/db/queries/seen";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { changedSince, seenParts } from "@/domain/seen";
import type { Cell, Column } from "@/lib/table/write";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { openRepresentative } from "./representative";

const PAGE = 50;
/** Who manages providers reads them too. */
type ReadGrant = Grant<"provider.read"> | Grant<"provider.manage">;

/**
 * One page of providers whose NIT or name contains `search`, of one standing or of all; `page` counts from 1. What they
 * used is of this month.
 */
export async function readProviders(
  grant: ReadGrant,
  search: string,
  page: number,
  standing: ListedStanding | null = null,
) {
  const db = databaseFor(grant);
  const from = monthStart(await call(db, "bogota_today", {}));
  const rows = await listProviders(db, { search, standing, from, limit: PAGE, offset: (page - 1) * PAGE });
  const count = rows[0]?.rows ?? 0;
  return { rows, count, more: count > page * PAGE };
}

const monthStart = (day: string) => `${day.slice(0, 7)}-01`;

export const providerColumns: readonly Column[] = [
  { header: "NIT", width: 14 },
  { header: "DV", width: 5 },
  { header: "PROVEEDOR", width: 36 },
  { header: "ESTADO", width: 24 },
  { header: "CONVENIOHASTA", kind: "day", width: 14 },
  { header: "USOSDELMES", kind: "number", width: 12 },
  { header: "USADODELMES", kind: "number", width: 16 },
  { header: "PORPAGAR", kind: "number", width: 16 },
];

/** Every provider of a list, for a file. */
export async function* providerRows(
  grant: ReadGrant,
  { search, standing }: { search: string; standing: ListedStanding | null },
  words: Readonly<Record<ProviderStanding, string>>,
): AsyncGenerator<Cell[]> {
  let page = 1;
  let more = true;
  while (more) {
    const found = await readProviders(grant, search, page, standing);
    for (const { nit, checkDigit, legalName, standing: why, endsOn, uses, amount, unpaid } of found.rows)
      yield [
        nit,
        String(checkDigit),
        legalName,
        words[why],
        endsOn === null ? null : { day: endsOn },
        uses,
        amount,
        unpaid,
      ];
    more = found.more;
    page += 1;
  }
}

/** What the page of a provider shows, for its form to bring back; asked before the provider is read. */
export async function readProviderSeen(grant: ReadGrant, id: string): Promise<string> {
  return z.uuid().safeParse(id).success ? findSeen(databaseFor(grant), "provider", id) : "{}";
}

/** A provider's data; null when there is none. */
export async function readProvider(grant: ReadGrant, id: string) {
  return z.uuid().safeParse(id).success ? findProvider(databaseFor(grant), id) : null;
}

/** The owner who has answered for a provider the longest; null when it has none. */
export async function readRepresentative(grant: ReadGrant, id: string) {
  return z.uuid().safeParse(id).success ? openRepresentative(databaseFor(grant), id) : null;
}

/** A provider's data and how it stands; null when there is none. */
export async function readProviderStanding(grant: ReadGrant, id: string) {
  const provider = await readProvider(grant, id);
  const standing =
    provider && (await call(databaseFor(grant), "standing_of_provider", { provider: id, at: new Date() }));
  return provider && standing ? { provider, standing } : null;
}

/** `from` is the day on which a suspension begins, today by default. */
type StandingChange = { provider: string; reason: string; suspend: boolean; from?: string; seen?: string };

/**
 * Suspends a provider from a day on, or ends its suspension, either with a reason that its owners read.
 * @throws Refusal "changed_since" when it is not what was shown · "provider_state_changed" when it stands so already · "day_outside" · "provider_not_found"
 */
export async function changeStanding(
  grant: Grant<"provider.manage">,
  { provider, reason, suspend, from, seen }: StandingChange,
  compose: (company: string) => Notice,
  client: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const [found, owners] = await Promise.all([findProvider(db, provider), listOwners(db, provider)]);
  if (!found) throw new Refusal("provider_not_found");
  const mails = composeNotices("provider.standing", randomUUID(), owners, compose(found.legalName));
  const shown = seenParts(seen);
  const outcome = await call(db, "set_provider_standing", {
    provider,
    actor: grant.actor.personId,
    suspend,
    reason,
    seen: shown,
    from: from ?? null,
    mails: mailsJson(mails),
    ip: client.ip,
  });
  if (outcome === "changed")
    throw changedSince(await call(db, "list_seen_changes", { kind: "provider", id: provider, was: shown }));
  requireDone("provider_outcome", outcome);
}
