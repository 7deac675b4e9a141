import { z } from "zod";
import { databaseFor } from "@/db/client";
import { findToday } from "@/db/queries/history";
import { findProvider } from "@/db/queries/provider";
import { listSettlement, listSettlementTotals } from "@/db/queries/settlement";
import type { Grant } from "@/domain/access";
import type { SettlementState } from "./rules";
import { readPeriod } from "./schema";

type Said = (name: "desde" | "hasta") => unknown;
type Total = Awaited<ReturnType<typeof listSettlementTotals>>[number];
export type ProviderTotals = {
  provider: Total["provider"];
  uses: number;
  amounts: Record<SettlementState, number>;
};

/** What each provider used in a period, and how much of it stands where. */
export async function readSettlementTotals(grant: Grant<"settlement.read">, said: Said) {
  const db = databaseFor(grant);
  const period = readPeriod(said, await findToday(db));
  const providers = new Map<string, ProviderTotals>();
  for (const { provider, uses, state, amount } of await listSettlementTotals(db, period)) {
    const known = providers.get(provider.id) ?? { provider, uses: 0, amounts: nothing() };
    known.uses += uses;
    known.amounts[state] += amount;
    providers.set(provider.id, known);
  }
  return { period, providers: [...providers.values()] };
}

const nothing = () => ({ open: 0, legalized: 0, invoiced: 0, paid: 0, objected: 0 });

/** What one provider used in a period; null when there is no such provider. */
export async function readSettlement(grant: Grant<"settlement.read">, providerId: string, said: Said) {
  const db = databaseFor(grant);
  const provider = z.uuid().safeParse(providerId).success ? await findProvider(db, providerId) : null;
  if (!provider) return null;
  const period = readPeriod(said, await findToday(db));
  return { name: provider.legalName, period, uses: await listSettlement(db, providerId, period) };
}
