import { desc, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/notify";
import type { OutboxMessage } from "@/model/notify";

export type DueMail = {
  id: string;
  eventKey: string;
  messageId: string;
  content: Uint8Array;
};

/** Letters as the SQL functions take them. */
export function mailsJson(letters: readonly OutboxMessage[]) {
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
  }>(sql`select * from claim_mails(${limit}, ${leaseSeconds})`);
  return rows.map((row) => ({
    id: row.id,
    eventKey: row.event_key,
    messageId: row.message_id,
    content: row.content,
  }));
}

/** Says that this mail is being sent from now on; answers the number of the attempt, null when it is over already. */
export async function beginMail(db: Database, id: string, leaseSeconds: number): Promise<number | null> {
  const [row] = await db.execute<{ attempts: number | null }>(
    sql`select begin_mail(${id}::uuid, ${leaseSeconds}) as attempts`,
  );
  return row?.attempts ?? null;
}

/** Mails that were claimed and not begun are due again at once, as if nobody had taken them. */
export async function releaseMails(db: Database, ids: string[]): Promise<void> {
  await db.update(mails).set({ nextAttemptAt: sql`now()` }).where(inArray(mails.id, ids));
}

export async function markMailSent(db: Database, id: string): Promise<void> {
  await db.execute(sql`select mark_mail_sent(${id}::uuid)`);
}

export async function markMailFailed(
  db: Database,
  id: string,
  failure: {
    error: string;
    retrySeconds: number;
    giveUpSeconds: number;
    /** A mail server read it and said no; else none was reached. */
    refused: boolean;
  },
): Promise<void> {
  await db.execute(
    sql`select mark_mail_failed(${id}::uuid, ${failure.error}, ${failure.retrySeconds}, ${failure.giveUpSeconds}, ${failure.refused})`,
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

/** Mails that were given up, newest first; the retention job forgets them after a month. */
export function listGivenUpMails(db: Database, limit: number) {
  return db
    .select({
      id: mails.id,
      eventKey: mails.eventKey,
      content: mails.content,
      givenUpAt: sql<Date>`${mails.givenUpAt}`.mapWith(mails.createdAt),
      lastError: mails.lastError,
    })
    .from(mails)
    .where(sql`${mails.givenUpAt} is not null`)
    .orderBy(desc(mails.givenUpAt))
    .limit(limit);
}
