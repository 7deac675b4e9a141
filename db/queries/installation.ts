import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Facts of the installation by their names, and whether its server takes writes. */
export async function readInstallation(
  db: Database,
): Promise<{ facts: Map<string, string>; takesWrites: boolean }> {
  const rows = await db.execute<{ key: string; value: string; writes: boolean }>(
    sql`select key, value, current_setting('transaction_read_only') = 'off' as writes from installation`,
  );
  return {
    facts: new Map(rows.map(({ key, value }) => [key, value])),
    takesWrites: rows.some(({ writes }) => writes),
  };
}
