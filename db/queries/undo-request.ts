import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/domain/access";
import type { ComposedMail } from "@/lib/mail/outbox";

type Row = {
  id: string;
  asked_at: string;
  reason: string;
  asker: string;
  provider_id: string;
  provider_name: string;
  serial: string;
  used_at: string;
  amount: string;
  number: string;
  kind_name: string;
  approved: boolean | null;
  undone: boolean;
};

const MOST = 200;

const requests = sql`
  select r.id, r.asked_at, r.reason, p.name as asker, r.provider_id, v.legal_name as provider_name, u.serial,
    u.at as used_at, u.amount, o.number, k.name as kind_name, r.approved,
    exists (select from order_use back where back.undoes = u.id) as undone
  from undo_request r
  join order_use u on u.id = r.use_id
  join "order" o on o.id = u.order_id
  join order_kind k on k.code = o.kind_code
  join provider v on v.id = r.provider_id
  join person p on p.id = r.asked_by`;

export type UndoRequest = ReturnType<typeof requestOf>;

function requestOf(row: Row) {
  return {
    id: row.id,
    askedAt: new Date(row.asked_at),
    reason: row.reason,
    asker: row.asker,
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

/** What waits for the caja, the oldest first; a use that was taken back meanwhile waits no more. */
export async function listUndoRequests(db: Database): Promise<UndoRequest[]> {
  const rows = await db.execute<Row>(sql`
    select * from (${requests}) w
    where w.approved is null and not w.undone order by w.asked_at, w.id limit ${MOST}`);
  return rows.map(requestOf);
}

export async function findUndoRequest(db: Database, id: string): Promise<UndoRequest | null> {
  const [row] = await db.execute<Row>(sql`${requests} where r.id = ${id}::uuid`);
  return row ? requestOf(row) : null;
}

/** Decides and, when approved, writes the entry against the use, in one statement. */
export async function decideUndo(
  db: Database,
  grant: Grant<"use.undo">,
  decision: { id: string; approve: boolean; reason: string; mails: ComposedMail[]; ip: string },
): Promise<"done" | "decided" | "own_provider" | "not_allowed" | "settled" | "not_found"> {
  const mails = decision.mails.map(({ eventKey, messageId, content }) => ({
    event_key: eventKey,
    message_id: messageId,
    content: content.toString("base64"),
  }));
  const [row] = await db.execute<{
    outcome: "done" | "decided" | "own_provider" | "not_allowed" | "settled" | "not_found";
  }>(sql`select decide_undo(
    ${decision.id}::uuid, ${grant.actor.personId}::uuid, ${decision.approve}, ${decision.reason},
    ${JSON.stringify(mails)}::text::jsonb, ${decision.ip}) as outcome`);
  if (!row) throw new Error("decide_undo answered nothing");
  return row.outcome;
}
