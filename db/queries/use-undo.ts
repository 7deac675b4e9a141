import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

type Row = {
  id: string;
  asked_at: string;
  reason: string;
  asker: string;
  use_id: string;
  order_id: string;
  provider_id: string;
  provider_name: string;
  serial: string;
  used_at: string;
  amount: string;
  number: string;
  order_state: string;
  kind_name: string;
  approved: boolean | null;
  undone: boolean;
};

export const UNDO_PAGE = 50;

const requests = sql`
  select r.id, r.asked_at, r.reason, p.name as asker, r.use_id, r.provider_id, v.legal_name as provider_name, u.serial,
    u.at as used_at, u.amount, o.id as order_id, o.state as order_state, o.number, k.name as kind_name, r.approved,
    exists (select from order_use back where back.undoes = u.id) as undone
  from undo_request r
  join order_use u on u.id = r.use_id
  join "order" o on o.id = u.order_id
  join lateral rules_of(o) k on true
  join provider v on v.id = r.provider_id
  join person p on p.id = r.asked_by`;

export type UndoRequest = ReturnType<typeof requestOf>;

function requestOf(row: Row) {
  return {
    id: row.id,
    askedAt: new Date(row.asked_at),
    reason: row.reason,
    asker: row.asker,
    useId: row.use_id,
    orderId: row.order_id,
    /** Of a replaced order the value comes back in a new one; of an annulled one to nobody. */
    orderState: row.order_state,
    providerId: row.provider_id,
    providerName: row.provider_name,
    serial: Number(row.serial),
    usedAt: new Date(row.used_at),
    /** Whole pesos. */
    amount: Number(row.amount),
    orderNumber: row.number,
    kindName: row.kind_name,
    /** Null while nobody has decided. */
    approved: row.approved,
  };
}

const waiting = sql`w.approved is null and not w.undone`;

/** A page of what waits for the caja, the oldest first; a use that was taken back meanwhile waits no more. */
export async function listUndoRequests(db: Database, page: number): Promise<UndoRequest[]> {
  const rows = await db.execute<Row>(sql`
    select * from (${requests}) w where ${waiting} order by w.asked_at, w.id
    limit ${UNDO_PAGE} offset ${(page - 1) * UNDO_PAGE}`);
  return rows.map(requestOf);
}

export async function countUndoRequests(db: Database): Promise<number> {
  const [row] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from (${requests}) w where ${waiting}`,
  );
  return row?.waiting ?? 0;
}

export async function findUndoRequest(db: Database, id: string): Promise<UndoRequest | null> {
  const [row] = await db.execute<Row>(sql`${requests} where r.id = ${id}::uuid`);
  return row ? requestOf(row) : null;
}

/** A use that the caja objected to and nobody has taken back. */
export async function findObjectedUse(db: Database, id: string) {
  const [row] = await db.execute<{
    provider_id: string;
    provider_name: string;
    serial: string;
    used_at: string;
    amount: string;
    order_id: string;
    order_state: string;
    number: string;
    kind_name: string;
    objection: string;
    open_request: string | null;
  }>(sql`
    select u.provider_id, v.legal_name as provider_name, u.serial, u.at as used_at, u.amount, o.id as order_id,
      o.state as order_state, o.number, k.name as kind_name, s.objection,
      (select r.id from undo_request r where r.use_id = u.id and r.decided_at is null) as open_request
    from order_use u
    join settlement s on s.use_id = u.id and s.state = 'objected'
    join "order" o on o.id = u.order_id
    join lateral rules_of(o) k on true
    join provider v on v.id = u.provider_id
    where u.id = ${id}::uuid and not exists (select from order_use back where back.undoes = u.id)`);
  if (!row) return null;
  return {
    providerId: row.provider_id,
    providerName: row.provider_name,
    serial: Number(row.serial),
    usedAt: new Date(row.used_at),
    /** Whole pesos. */
    amount: Number(row.amount),
    orderId: row.order_id,
    orderState: row.order_state,
    orderNumber: row.number,
    kindName: row.kind_name,
    objection: row.objection,
    /** The request of its provider that waits for a decision: that one is decided instead. */
    requestId: row.open_request,
  };
}
