import { and, desc, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { mails } from "@/db/schema/notify";
import type { OutboxMessage } from "@/model/notify";

/** Messages in the format of the SQL functions. */
export function mailsJson(emails: readonly OutboxMessage[]) {
  return emails.map(({ eventKey, messageId, content }) => ({
    event_key: eventKey,
    message_id: messageId,
    content: content.toString("base64"),
  }));
}

/** Which of these events have been queued, and not been forgotten since. */
export async function listQueuedKeys(db: Database, keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const rows = await db.select({ key: mails.eventKey }).from(mails).where(inArray(mails.eventKey, keys));
  return rows.map(({ key }) => key);
}

/** Releases claimed messages that were not started, so that they are due at once. */
export async function releaseMails(db: Database, ids: string[]): Promise<void> {
  await db.update(mails).set({ nextAttemptAt: sql`now()` }).where(inArray(mails.id, ids));
}

/** Whether messages wait whose last attempt failed by the server, not by a refusal of their own. */
export async function areMailsStuck(db: Database): Promise<boolean> {
  const [stuck] = await db
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        isNull(mails.sentAt),
        isNull(mails.givenUpAt),
        isNull(mails.firstRefusedAt),
        isNotNull(mails.lastError),
      ),
    )
    .limit(1);
  return stuck !== undefined;
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

/** Undeliverable e-mails, newest first; the retention job deletes them after a month. */
export function listFailedMails(db: Database, limit: number) {
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
