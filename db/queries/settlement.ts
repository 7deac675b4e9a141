import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/domain/access";
import type { SettlementState } from "@/domain/settlement/rules";
import type { Period } from "@/domain/settlement/schema";

type Row = {
  use_id: string;
  serial: string;
  at: string;
  kind_name: string;
  number: string;
  amount: string;
  branch_id: string | null;
  branch: string | null;
  counter: string | null;
  use_invoice: string | null;
  state: SettlementState;
  invoice: string | null;
  cufe: string | null;
  objection: string | null;
};

const toUse = (row: Row) => ({
  useId: row.use_id,
  serial: Number(row.serial),
  at: new Date(row.at),
  kindName: row.kind_name,
  number: row.number,
  /** Whole pesos. */
  amount: Number(row.amount),
  branchId: row.branch_id,
  branch: row.branch,
  counter: row.counter,
  /** What the counter wrote as its invoice, and the one that charges it to the caja. */
  useInvoice: row.use_invoice,
  state: row.state,
  invoice: row.invoice,
  cufe: row.cufe,
  objection: row.objection,
});
export type SettledUse = ReturnType<typeof toUse>;

async function list(db: Database, rows: SQL): Promise<SettledUse[]> {
  return (await db.execute<Row>(sql`select * from ${rows}`)).map(toUse);
}

/** What the grant's own provider used in the days, oldest first; nothing for who is no owner any more. */
export function listOwnSettlement(db: Database, { actor }: Grant<"history.export">, { from, to }: Period) {
  return list(
    db,
    sql`own_settlement_rows(${actor.provider.id}::uuid, ${actor.personId}::uuid, ${from}::date, ${to}::date)`,
  );
}

/** What a provider used in the days, oldest first. */
export function listSettlement(db: Database, providerId: string, { from, to }: Period) {
  return list(db, sql`settlement_rows(${providerId}::uuid, ${from}::date, ${to}::date)`);
}

/** Per provider and state, how many uses and how much, in the order of the providers' names. */
export async function listSettlementTotals(db: Database, { from, to }: Period) {
  const rows = await db.execute<{
    provider_id: string;
    provider_name: string;
    nit: string;
    check_digit: number;
    uses: number;
    state: SettlementState;
    amount: string;
  }>(sql`select * from settlement_totals(${from}::date, ${to}::date)`);
  return rows.map((row) => ({
    provider: { id: row.provider_id, name: row.provider_name, nit: row.nit, checkDigit: row.check_digit },
    uses: row.uses,
    state: row.state,
    amount: Number(row.amount),
  }));
}

export type SettleOutcome = "done" | "not_allowed" | "own_provider" | "state_changed";

/** Moves the uses, all or none. */
export async function settleUses(
  db: Database,
  { actor }: Grant<"settlement.manage">,
  moved: {
    providerId: string;
    uses: readonly string[];
    to: SettlementState;
    invoice: string;
    cufe: string;
    reason: string;
    ip: string;
  },
): Promise<SettleOutcome> {
  const [row] = await db.execute<{ outcome: SettleOutcome }>(sql`select settle_uses(
    ${actor.personId}::uuid, ${moved.providerId}::uuid, string_to_array(${moved.uses.join(",")}, ',')::uuid[], ${moved.to},
    ${moved.invoice}, ${moved.cufe}, ${moved.reason}, ${moved.ip}) as outcome`);
  if (!row) throw new Error("settle_uses answered nothing");
  return row.outcome;
}
