import { z } from "zod";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { findProvider } from "@/db/queries/provider";
import { listSettlement } from "@/db/queries/settlement";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { type SettlementState, settlementStates } from "@/model/settlement";
import { readPeriod } from "./schema";
import { inBatches, type StatementFile } from "./statement";

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/**
 * What one provider used in a period, of one state or of all, for an export of the caja, which is audited.
 * Null when there is no such provider.
 * @throws Refusal "not_allowed" when the person may not read settlements any more
 */
export async function exportSettlement(
  grant: Grant<"settlement.read">,
  providerId: string,
  param: (name: "from" | "to") => unknown,
  { state: typed, format, ip }: { state: unknown; format: string; ip: string },
): Promise<(StatementFile & { provider: Provider; state: SettlementState | null }) | null> {
  const db = databaseFor(grant);
  const provider = z.uuid().safeParse(providerId).success ? await findProvider(db, providerId) : null;
  if (!provider) return null;
  const period = readPeriod(param, await call(db, "bogota_today", {}));
  const state = settlementStates.find((known) => known === typed) ?? null;
  const detail = { filters: { ...period, state }, format };
  const note = { provider: providerId, actor: grant.actor.personId, ip, detail };
  requireDone("history_outcome", await call(db, "log_settlement_export", note));
  const uses = () => inBatches((page) => listSettlement(db, providerId, period, { state, ...page }));
  return { provider, period, state, uses };
}
