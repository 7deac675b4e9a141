import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { OutboxMessage } from "@/model/notify";
import { mailsJson } from "./notify";

export type StaleImport = {
  run: string;
  finishedAt: Date;
  /** The setting that it is older than. */
  hours: number;
  /** The administrators have had their mail. */
  notified: boolean;
};

/** The newest file of orders, once it is older than the caja's setting; null otherwise. */
export async function findStaleImport(db: Database): Promise<StaleImport | null> {
  const [row] = await db.execute<{ run: string; finished_at: string; hours: number; notified: boolean }>(
    sql`select run, finished_at, hours, told as notified from find_stale_import()`,
  );
  if (!row) return null;
  return { run: row.run, finishedAt: new Date(row.finished_at), hours: row.hours, notified: row.notified };
}

/** Queues the mails, once for each run however many processes ask; false when another one has. */
export async function tellStaleImport(
  db: Database,
  run: string,
  mails: readonly OutboxMessage[],
): Promise<boolean> {
  const [row] = await db.execute<{ notified: boolean }>(
    sql`select record_stale_import_notice(${run}::uuid, ${JSON.stringify(mailsJson(mails))}::text::jsonb) as notified`,
  );
  return row?.notified ?? false;
}
