import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findProvider } from "@/db/queries/provider";
import { listSettledProviders, listSettlement, sumSettledProviders } from "@/db/queries/settlement";
import { type PageRequest, shownPage } from "@/lib/paging";
import type { Grant } from "@/model/access";
import { type SettlementState, settlementStates } from "@/model/settlement";
import { MOST_DAYS_OF_ALL, readPeriod } from "./schema";
import { totalOf } from "./totals";

type GetParam = (name: "from" | "to") => unknown;

/** A page of what providers used in a period, and how much of it stands where; the totals are of all of them. */
export async function readSettlementTotals(
  grant: Grant<"settlement.read">,
  param: GetParam,
  { search, ...query }: PageRequest & { search: string },
) {
  const db = databaseFor(grant);
  const period = readPeriod(param, await call(db, "bogota_today", {}), MOST_DAYS_OF_ALL);
  const totals = await sumSettledProviders(db, period, search);
  const { page, pages, offset } = shownPage(totals.providers, query);
  const providers = await listSettledProviders(db, period, { search, limit: query.size, offset });
  return { period, totals, providers, page, pages };
}

/** A page of what one provider used in a period, of one state or of all; null when there is no such provider. */
export async function readSettlement(
  grant: Grant<"settlement.read">,
  providerId: string,
  param: GetParam,
  { state, ...query }: PageRequest & { state: SettlementState | null },
) {
  const db = databaseFor(grant);
  const provider = z.uuid().safeParse(providerId).success ? await findProvider(db, providerId) : null;
  if (!provider) return null;
  const period = readPeriod(param, await call(db, "bogota_today", {}));
  const sums = await call(db, "settlement_sums", { provider: providerId, ...period });
  const byState = settlementStates.map((of) => ({
    state: of,
    ...totalOf(sums.filter((sum) => sum.state === of)),
  }));
  const shown = state ? totalOf(sums.filter((sum) => sum.state === state)) : totalOf(sums);
  const { page, pages, offset } = shownPage(shown.uses, query);
  const uses = await listSettlement(db, providerId, period, { state, limit: query.size, offset });
  return { name: provider.legalName, period, total: totalOf(sums), byState, uses, page, pages };
}
