import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { RetentionRule } from "@/model/retention";

/** One batch of a rule: at most `limit` rows are deleted or blanked. Answers how many they were. */
export async function deleteExpiredBatch(db: Database, rule: RetentionRule, limit: number): Promise<number> {
  const [row] = await db.execute<{ forgotten: number }>(
    sql`select forget(${rule}, ${limit}::int) as forgotten`,
  );
  if (!row) throw new Error("forget answered nothing");
  return row.forgotten;
}
