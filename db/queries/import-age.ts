import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { ComposedMail } from "@/model/email";
import { mailsJson } from "./mail";

export type StaleImport = {
  run: string;
  finishedAt: Date;
  /** The setting that it is older than. */
  hours: number;
  /** The administrators have had their mail. */
  told: boolean;
};

/** The newest file of orders, once it is older than the caja's setting; null otherwise. */
export async function findStaleImport(db: Database): Promise<StaleImport | null> {
  const [row] = await db.execute<{ run: string; finished_at: string; hours: number; told: boolean }>(
    sql`select run, finished_at, hours, told from find_stale_import()`,
  );
  if (!row) return null;
  return { run: row.run, finishedAt: new Date(row.finished_at), hours: row.hours, told: row.told };
}

export async function listAdministratorEmails(db: Database): Promise<string[]> {
  const rows = await db.execute<{ email: string }>(
    sql`select email from person where caja_role = 'administrator' and disabled_at is null order by email`,
  );
  return rows.map(({ email }) => email);
}

/** Queues the mails, once for each run however many processes ask; false when another one has. */
export async function tellStaleImport(
  db: Database,
  run: string,
  mails: readonly ComposedMail[],
): Promise<boolean> {
  const [row] = await db.execute<{ told: boolean }>(
    sql`select record_stale_import_notice(${run}::uuid, ${JSON.stringify(mailsJson(mails))}::text::jsonb) as told`,
  );
  return row?.told ?? false;
}
