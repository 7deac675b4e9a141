import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { missAlerts } from "@/db/schema/lookup";

export type MissAlert = {
  subject: "affiliate" | "order" | "person" | "provider" | "network";
  misses: number;
  raisedAt: Date;
  /** The providers that made the misses. */
  providers: string[];
  /**
   * The number of an order, the person's name or the network; null of an ID, which nobody here can read, and of a number
   * that no order has, which may be one.
   */
  name: string | null;
  /** An order of the ID that was asked for, when there is one. */
  orderId: string | null;
};

const ofScope = (scope: string) => eq(missAlerts.scope, scope);

/** Misses beyond measure that the caja is told of for a week, newest first. See domain/lookup/budget.ts. */
export async function listMissAlerts(db: Database, limit: number): Promise<MissAlert[]> {
  return db
    .select({
      subject: sql<MissAlert["subject"]>`substr(${missAlerts.scope}, 7)`,
      misses: missAlerts.misses,
      raisedAt: sql`${missAlerts.raisedAt}`.mapWith(missAlerts.raisedAt),
      providers: sql<string[]>`array(select v.legal_name from provider v
        where v.id = any(${sql`${missAlerts.providers}`}) order by v.legal_name)`,
      name: sql<string | null>`case ${missAlerts.scope}
        when 'watch.order' then (select o.kind_code || ' ' || o.number_key from "order" o
          where o.kind_code = split_part(${missAlerts.key}, ':', 1)
            and o.number_key = substr(${missAlerts.key}, strpos(${missAlerts.key}, ':') + 1))
        when 'watch.person' then ${persons.name}
        when 'watch.network' then ${missAlerts.key} end`,
      orderId: sql<string | null>`case when ${missAlerts.scope} = 'watch.affiliate' then
        (select o.id from "order" o where o.affiliate_id_index = decode(${missAlerts.key}, 'hex') limit 1) end`,
    })
    .from(missAlerts)
    .leftJoin(persons, and(ofScope("watch.person"), sql`${persons.id}::text = ${missAlerts.key}`))
    .where(sql`${missAlerts.raisedAt} > now() - make_interval(days => miss_alert_days())`)
    .orderBy(desc(missAlerts.raisedAt))
    .limit(limit);
}
