import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

export type MissAlert = {
  subject: "affiliate" | "order" | "person" | "provider" | "network";
  misses: number;
  raisedAt: Date;
  /** Whose misses they are. */
  providers: string[];
  /** The order's number, the person's name or the network; null of an ID, which nobody here can read. */
  name: string | null;
  /** An order of the ID that was asked for, when there is one. */
  orderId: string | null;
};

/** Misses beyond measure that the caja is told of for a week, newest first. See domain/lookup/budget.ts. */
export async function listMissAlerts(db: Database, limit: number): Promise<MissAlert[]> {
  const rows = await db.execute<{
    subject: MissAlert["subject"];
    misses: number;
    raised_at: string;
    providers: string[] | null;
    name: string | null;
    order_id: string | null;
  }>(sql`
    select substr(a.scope, 7) as subject, a.misses, a.raised_at,
      (select array_agg(v.legal_name order by v.legal_name) from provider v where v.id = any(a.providers)) as providers,
      case a.scope
        when 'watch.order' then replace(a.key, ':', ' ')
        when 'watch.person' then (select p.name from person p where p.id = a.key::uuid)
        when 'watch.network' then a.key
      end as name,
      case when a.scope = 'watch.affiliate' then
        (select o.id from "order" o where o.affiliate_id_index = decode(a.key, 'hex') limit 1) end as order_id
    from miss_alert a
    where a.raised_at > now() - interval '7 days'
    order by a.raised_at desc
    limit ${limit}`);
  return rows.map(({ subject, misses, raised_at, providers, name, order_id }) => ({
    subject,
    misses,
    raisedAt: new Date(raised_at),
    providers: providers ?? [],
    name,
    orderId: order_id,
  }));
}
