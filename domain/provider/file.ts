import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentAccount } from "@/db/queries/bank-account";

import { findProvider } from "@/db/queries/provider";
import {
  listProviderDocuments,
  listProviderHistory,
  listProviderLookups,
  listProviderPlaces,
  listProviderReports,
  listProviderRequests,
  listProviderTeam,
  NEWEST,
  sumBoundOrders,
} from "@/db/queries/provider-file";
import { findNamedOwner } from "@/db/queries/team";
import { totalOf } from "@/domain/settlement/totals";
import { can, type Grant } from "@/model/access";
import { settlementStates } from "@/model/settlement";
import { openRepresentative } from "./representative";

/** What the page of a provider shows. */
export type ProviderFile = NonNullable<Awaited<ReturnType<typeof readProviderFile>>>;

/** All that the caja knows of a provider; null when there is none. Its money and look-ups are of this month. */
export async function readProviderFile(grant: Grant<"provider.read">, id: string) {
  const db = databaseFor(grant);
  const provider = z.uuid().safeParse(id).success ? await findProvider(db, id) : null;
  if (!provider) return null;
  const today = await call(db, "bogota_today", {});
  const from = `${today.slice(0, 7)}-01`;
  const readsLookups = can(grant.actor, "lookup.read");
  const [
    standing,
    sums,
    lookups,
    team,
    places,
    documents,
    requests,
    reports,
    history,
    lastLookups,
    person,
    named,
    bound,
    account,
  ] = await Promise.all([
    call(db, "standing_of_provider", { provider: id, at: new Date() }),
    call(db, "settlement_sums", { provider: id, from, to: today }),
    call(db, "provider_lookups", { provider: id, from }),
    listProviderTeam(db, id),
    listProviderPlaces(db, id),
    listProviderDocuments(db, id),
    listProviderRequests(db, id),
    listProviderReports(db, id),
    listProviderHistory(db, id),
    readsLookups ? listProviderLookups(db, id) : null,
    openRepresentative(db, id),
    findNamedOwner(db, id),
    can(grant.actor, "order.find") ? sumBoundOrders(db, provider.nit) : null,
    findCurrentAccount(db, id),
  ]);
  if (!standing) return null;
  return {
    provider,
    standing,
    month: { from, to: today },
    total: totalOf(sums),
    byState: settlementStates.map((state) => ({
      state,
      ...totalOf(sums.filter((sum) => sum.state === state)),
    })),
    lookups,
    team,
    places: places.map((place) => ({
      ...place,
      ...totalOf(sums.filter(({ branchId }) => branchId === place.id)),
    })),
    documents,
    requests,
    reports,
    history,
    /** Null for a role that reads no look-ups. */
    lastLookups,
    person,
    named,
    /** Null for a role that reads no orders. */
    bound,
    newest: NEWEST,
    account,
  };
}

/** The owners of a provider, as its page names them. */
export async function readOwners(grant: Grant<"provider.manage">, id: string) {
  if (!z.uuid().safeParse(id).success) return [];
  const team = await listProviderTeam(databaseFor(grant), id);
  return team.filter(({ role }) => role === "owner");
}
