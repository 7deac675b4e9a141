import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Deletes or blanks what its period of keeping is over for. */
export async function forgetOld(db: Database): Promise<void> {
  await db.execute(sql`select forget_old()`);
}
