import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";

type Row = {
  id: string;
  serial: string;
  at: string;
  read_at: string;
  number: string;
  kind_name: string;
  value: string;
  amount: string;
  balance: string;
  provider_name: string;
  provider_nit: string;
  provider_digit: number;
  person_name: string | null;
  branch_name: string | null;
  counter_name: string | null;
  invoice: string | null;
  lookup_id: string | null;
  way_back: "self" | "caja" | "asked" | "undone" | "settled";
  undone_at: string | null;
  undo_reason: string | null;
  asked_at: string | null;
  refused_at: string | null;
  refusal_reason: string | null;
};

const moment = (text: string | null) => (text === null ? null : new Date(text));

/** A use of this provider as its receipt shows it; null for anybody else's. */
export async function findUse(
  db: Database,
  grant: Grant<"order.look_up">,
  id: string,
  counterId: string | null,
) {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<Row>(
    sql`select * from read_use(${id}::uuid, ${provider.id}::uuid, ${personId}::uuid, ${counterId}::uuid)`,
  );
  if (!row) return null;
  return {
    id: row.id,
    serial: Number(row.serial),
    at: new Date(row.at),
    readAt: new Date(row.read_at),
    orderNumber: row.number,
    kindName: row.kind_name,
    /** Whole pesos: of the order, of this use, and what was left after it. */
    value: Number(row.value),
    amount: Number(row.amount),
    balance: Number(row.balance),
    provider: { name: row.provider_name, nit: row.provider_nit, checkDigit: row.provider_digit },
    personName: row.person_name,
    branchName: row.branch_name,
    counterName: row.counter_name,
    invoice: row.invoice,
    lookupId: row.lookup_id,
    /** Which way back is open to who asks. */
    wayBack: row.way_back,
    undoneAt: moment(row.undone_at),
    undoReason: row.undo_reason,
    askedAt: moment(row.asked_at),
    refusedAt: moment(row.refused_at),
    refusalReason: row.refusal_reason,
  };
}
export type Receipt = NonNullable<Awaited<ReturnType<typeof findUse>>>;
