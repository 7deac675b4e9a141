import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Why an order is in review now, the oldest reason first: a report's, with its folio, or a person's. */
export async function listHolds(db: Database, orderId: string) {
  const rows = await db.execute<{
    id: string;
    reason: string;
    placed_at: string;
    person: string;
    folio: string | null;
    open: boolean;
  }>(sql`
    select h.id, h.reason, h.placed_at, p.name as person, r.folio, r.id is not null and r.decided_at is null as open
    from order_hold h
    join person p on p.id = h.placed_by
    left join report r on r.id = h.report_id
    where h.order_id = ${orderId}::uuid and h.released_at is null
    order by h.placed_at, h.id`);
  return rows.map((row) => ({
    id: row.id,
    reason: row.reason,
    placedAt: new Date(row.placed_at),
    person: row.person,
    /** The report that holds it; null: a person of the caja. */
    folio: row.folio,
    /** That report waits for its answer. */
    reportOpen: row.open,
  }));
}
export type Hold = Awaited<ReturnType<typeof listHolds>>[number];
