import { desc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/notice";
import type { ComposedMail } from "@/lib/mail/outbox";

export type DueMail = {
  id: string;
  eventKey: string;
  messageId: string;
  content: Uint8Array;
  /** Counting the one that is made now. */
  attempts: number;
};

/** Letters as the SQL functions take them. */
export function mailsJson(letters: readonly ComposedMail[]) {
  return letters.map(({ eventKey, messageId, content }) => ({
    event_key: eventKey,
    message_id: messageId,
    content: content.toString("base64"),
  }));
}

/** Takes mails that are due, for `leaseSeconds`; no other worker gets them meanwhile. */
export async function claimMails(db: Database, limit: number, leaseSeconds: number): Promise<DueMail[]> {
  const rows = await db.execute<{
    id: string;
    event_key: string;
    message_id: string;
    content: Uint8Array;
    attempts: number;
  }>(sql`select * from claim_mails(${limit}, ${leaseSeconds})`);
  return rows.map((row) => ({
    id: row.id,
    eventKey: row.event_key,
    messageId: row.message_id,
    content: row.content,
    attempts: row.attempts,
  }));
}

export async function markMailSent(db: Database, id: string): Promise<void> {
  await db.execute(sql`select mail_sent(${id}::uuid)`);
}

export async function markMailFailed(
  db: Database,
  id: string,
  failure: { error: string; retrySeconds: number; giveUpSeconds: number },
): Promise<void> {
  await db.execute(
    sql`select mail_failed(${id}::uuid, ${failure.error}, ${failure.retrySeconds}, ${failure.giveUpSeconds})`,
  );
}

export type WaitingMail = { id: string; eventKey: string; content: Buffer; createdAt: Date };

/** The newest mails of the outbox, for the demonstration's mailbox. */
export function listMails(db: Database, limit: number): Promise<WaitingMail[]> {
  return db
    .select({
      id: mails.id,
      eventKey: mails.eventKey,
      content: mails.content,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .where(sql`length(${mails.content}) > 0`)
    .orderBy(desc(mails.createdAt))
    .limit(limit);
}
