import { asc, eq, gte, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { requestEvents, requestReasons } from "@/db/schema/request";

/** How often each reason stood in a decision of this month and of this year, in Bogotá. */
export async function countReasons(db: Database) {
  const since = (unit: "month" | "year") =>
    sql`bogota_start(date_trunc(${unit}, bogota_today()::timestamp)::date)`;
  return db
    .select({
      code: requestReasons.code,
      month: sql<number>`(count(*) filter (where ${requestEvents.at} >= ${since("month")}))::int`,
      year: sql<number>`count(*)::int`,
    })
    .from(requestReasons)
    .innerJoin(requestEvents, eq(requestEvents.id, requestReasons.eventId))
    .where(gte(requestEvents.at, since("year")))
    .groupBy(requestReasons.code)
    .orderBy(asc(requestReasons.code));
}
