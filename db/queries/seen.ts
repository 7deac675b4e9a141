import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** What a page of the caja shows of something that is to be decided (db/functions/order_snapshot.sql). */
export type Seen =
  | { undo: string }
  | { report: string }
  | { request: string }
  | { order: string }
  | { use: string }
  | { provider: string };

function seen(of: Seen): SQL {
  if ("undo" in of) return sql`undo_seen(${of.undo}::uuid)`;
  if ("order" in of) return sql`order_seen(${of.order}::uuid)`;
  if ("use" in of) return sql`use_seen(${of.use}::uuid)`;
  if ("provider" in of) return sql`provider_seen(${of.provider}::uuid)`;
  return "report" in of ? sql`report_seen(${of.report})` : sql`request_seen(${of.request})`;
}

/** As its form brings it back. To be asked before what is shown is read: a change between the two is then told. */
export async function findSeen(db: Database, of: Seen): Promise<string> {
  const [row] = await db.execute<{ seen: string | null }>(sql`select ${seen(of)}::text as seen`);
  return row?.seen ?? "{}";
}

/** Names of what is not as it was seen. */
export async function listChanges(db: Database, of: Seen, was: string): Promise<string[]> {
  const [row] = await db.execute<{ parts: string[] }>(
    sql`select changed_parts(${was}::text::jsonb, ${seen(of)}) as parts`,
  );
  return row?.parts ?? [];
}
