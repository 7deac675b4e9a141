import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** What the Postgres that comes with the product calls itself. */
export const EMBEDDED_NAME = "hanna-incluida";

/** Whether this is the Postgres that comes with the product: the only one on which a demonstration may run. */
export async function isEmbedded(db: Database): Promise<boolean> {
  const [row] = await db
    .select({ name: sql<string>`name` })
    .from(sql`current_setting('cluster_name') as name`);
  return row?.name === EMBEDDED_NAME;
}
