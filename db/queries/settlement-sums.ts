import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** One batch: joins the rows of sums of at most `limit` days of providers. Answers how many days they were. */
export async function mergeSettlementSums(db: Database, limit: number): Promise<number> {
  const [row] = await db.execute<{ days: number }>(sql`select merge_settlement_sums(${limit}::int) as days`);
  if (!row) throw new Error("merge_settlement_sums answered nothing");
  return row.days;
}
