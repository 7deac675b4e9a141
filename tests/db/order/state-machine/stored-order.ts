import type postgres from "postgres";
import type { Model } from "./order";

/** What the database holds of an order, in the model's words. */
export type StoredOrder = Pick<
  Model,
  | "state"
  | "before"
  | "voided"
  | "coreSaid"
  | "usedOn"
  | "value"
  | "balance"
  | "extended"
  | "claim"
  | "left"
  | "returned"
> & {
  holds: { by: boolean; standing: boolean }[];
  uses: (Omit<Model["uses"][number], "undoRequest"> & { undoRequest: boolean })[];
  reports: Omit<Model["reports"][number], "by">[];
};

/** The same with the providers by their ids. */
export type StoredFacts = Omit<StoredOrder, "claim" | "uses"> & {
  claim: string | null;
  uses: (Omit<StoredOrder["uses"][number], "provider"> & { provider: string | null })[];
};

export async function readStored(sql: postgres.Sql, id: string) {
  const [row] = await sql<
    { facts: StoredFacts & Record<"use_ids" | "hold_ids", string[]> & { until: string } }[]
  >`
      select jsonb_build_object('state', o.state, 'before', o.state_before, 'value', o.value, 'balance', o.balance,
        'voided', case when o.state = 'annulled' then case when o.voided_by is null then 'core' else 'person' end end,
        'coreSaid', o.core_said, 'usedOn', o.core_used_on, 'until', o.valid_until, 'extended', 0, 'left', (select n.value from "order" n where n.id = o.replaced_by),
        'claim', (select c.provider_id from order_claim c where c.order_id = o.id),
        'returned', coalesce((select jsonb_agg(n.value order by e.seq) from audit_event e
          join "order" n on n.id::text = e.subject_id where e.action = 'order.issued' and e.detail ->> 'of' = o.id::text), '[]'),
        'uses', coalesce((select jsonb_agg(jsonb_build_object('provider', u.provider_id, 'amount', u.amount,
            'undone', exists (select from order_use b where b.undoes = u.id),
            'settled', coalesce((select s.state from settlement s where s.use_id = u.id), 'open'),
            'undoRequest', exists (select from undo_request r where r.use_id = u.id and r.decided_at is null)) order by u.serial)
          from order_use u where u.order_id = o.id and u.kind = 'use'), '[]'),
        'use_ids', coalesce((select jsonb_agg(u.id order by u.serial) from order_use u
          where u.order_id = o.id and u.kind = 'use'), '[]'),
        'holds', coalesce((select jsonb_agg(jsonb_build_object('by', h.report_id is not null, 'standing', h.released_at is null)
          order by h.placed_at) from order_hold h where h.order_id = o.id), '[]'),
        'hold_ids', coalesce((select jsonb_agg(h.id order by h.placed_at) from order_hold h where h.order_id = o.id), '[]'),
        'reports', coalesce((select jsonb_agg(jsonb_build_object('held', r.put_in_review, 'decided', r.decided_at is not null,
            'withdrawn', r.withdrawn_at is not null)
          order by r.folio) from report r where r.order_id = o.id), '[]')) as facts
      from "order" o where o.id = ${id}`;
  if (!row) throw new Error("the order is gone");
  return row.facts;
}
