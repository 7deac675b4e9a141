import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { containing, nitPatterns } from "@/db/like";
import { orderUses } from "@/db/schema/use";
import type { Grant } from "@/model/access";
import type { Period, SettlementState } from "@/model/settlement";

type Row = {
  use_id: string;
  serial: string;
  at: string;
  cursor_at: string;
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
  version: string;
};

const toUse = (row: Row) => ({
  useId: row.use_id,
  serial: Number(row.serial),
  at: new Date(row.at),
  /** Its place in the list, with every digit of its moment. */
  cursor: { at: row.cursor_at, serial: row.serial },
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
  /** Of its state: moved or taken back, it is another one. */
  version: row.version,
});
export type SettledUse = ReturnType<typeof toUse>;

/** A page by its offset, or what comes after a use. */
export type UsePage = { after?: SettledUse["cursor"] | null; limit: number; offset?: number };

const pageOf = ({ after = null, limit, offset = 0 }: UsePage) =>
  sql`${after?.at ?? null}::timestamptz, ${after?.serial ?? null}::bigint, ${limit}::int, ${offset}::int`;

/** What the grant's own provider used in the days, oldest first; nothing for who is no owner any more. */
export async function listOwnSettlement(
  db: Database,
  { actor }: Grant<"history.export">,
  { from, to }: Period,
  page: UsePage,
): Promise<SettledUse[]> {
  const rows = await db.execute<Row>(sql`select * from own_settlement_rows(${actor.provider.id}::uuid,
    ${actor.personId}::uuid, ${from}::date, ${to}::date, ${pageOf(page)})`);
  return rows.map(toUse);
}

/** What a provider used in the days, oldest first; of one state or of all. */
export async function listSettlement(
  db: Database,
  providerId: string,
  { from, to }: Period,
  { state = null, ...page }: UsePage & { state?: SettlementState | null },
): Promise<SettledUse[]> {
  const rows = await db.execute<Row>(sql`select * from settlement_rows(${providerId}::uuid, ${from}::date,
    ${to}::date, ${state}::text, ${pageOf(page)})`);
  return rows.map(toUse);
}

/** A page of the providers that used something, by name, with how much of it stands where. */
export async function listSettledProviders(
  db: Database,
  { from, to }: Period,
  { search, limit, offset }: { search: string; limit: number; offset: number },
) {
  const rows = await call(db, "settlement_providers", { from, to, like: likeOf(search), limit, offset });
  return rows.map(({ providerId, providerName, nit, checkDigit, uses, ...amounts }) => ({
    provider: { id: providerId, name: providerName, nit, checkDigit },
    uses,
    amounts: amounts satisfies Record<SettlementState, number>,
  }));
}

/** A pattern of a NIT however it is written, or else of a name; null for an empty search. */
function likeOf(search: string): string | null {
  return search === "" ? null : (nitPatterns(search).at(-1) ?? containing(search));
}

/** How many providers used something in the days, how often and how much. */
export function sumSettledProviders(db: Database, { from, to }: Period, search: string) {
  return call(db, "settlement_totals", { from, to, like: likeOf(search) });
}

/** Number and moment of a provider's uses, oldest first: how people name them. */
export async function listUsesById(db: Database, providerId: string, ids: readonly string[]) {
  const rows = await db
    .select({ serial: orderUses.serial, at: orderUses.at })
    .from(orderUses)
    .where(and(eq(orderUses.providerId, providerId), inArray(orderUses.id, [...ids])))
    .orderBy(asc(orderUses.at), asc(orderUses.serial));
  return rows;
}

export type ShownUse = { id: string; version: string };
/** The uses that are not of the version that was shown, oldest first, and how they are now. */
export async function listMovedUses(db: Database, providerId: string, shown: readonly ShownUse[]) {
  const rows = await db.execute<{ serial: string; at: string; state: SettlementState | "undone" }>(sql`
    select u.serial, u.at, case when exists (select from order_use back where back.undoes = u.id) then 'undone'
      else coalesce(s.state, 'open') end as state
    from jsonb_to_recordset(${JSON.stringify(shown)}::text::jsonb) as shown(id uuid, version text)
    join order_use u on u.id = shown.id and u.provider_id = ${providerId}::uuid
    left join settlement s on s.use_id = u.id
    where shown.version is distinct from use_version(u.id)
    order by u.at, u.serial`);
  return rows.map(({ serial, at, state }) => ({ serial: Number(serial), at: new Date(at), state }));
}
