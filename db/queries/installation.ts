import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { installation } from "@/db/schema/caja";

/** Facts of the installation by their names, and whether its server takes writes. */
export async function readInstallation(
  db: Database,
): Promise<{ facts: Map<string, string>; takesWrites: boolean }> {
  const rows = await db
    .select({
      key: installation.key,
      value: installation.value,
      writes: sql<boolean>`current_setting('transaction_read_only') = 'off'`,
    })
    .from(installation);
  return {
    facts: new Map(rows.map(({ key, value }) => [key, value])),
    takesWrites: rows.some(({ writes }) => writes),
  };
}
