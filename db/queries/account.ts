import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Budget } from "@/model/budget";
import type { OutboxMessage } from "@/model/notify";
import type { LinkState } from "./account-registration";

export type SignInFacts = { personId: string; passwordHash: string; isCaja: boolean };

/** What a sign-in compares with; null when nobody with this e-mail may enter. */
export async function findSignInFacts(db: Database, email: string): Promise<SignInFacts | null> {
  const [row] = await db.execute<{ person_id: string; password_hash: string; is_caja: boolean }>(
    sql`select * from sign_in_facts(${email})`,
  );
  return row ? { personId: row.person_id, passwordHash: row.password_hash, isCaja: row.is_caja } : null;
}

/** Spends one of each; answers until when to wait, when one was spent already. */
export async function spendBudgets(db: Database, budgets: Budget[]): Promise<Date | null> {
  const [row] = await db.execute<{ until: string | Date | null }>(
    sql`select budget_spend(${JSON.stringify(budgets)}::jsonb) as until`,
  );
  return row?.until ? new Date(row.until) : null;
}

/** Gives back what a right password had spent. */
export async function returnBudgets(db: Database, budgets: Budget[]): Promise<void> {
  await db.execute(sql`select return_budget(${JSON.stringify(budgets)}::jsonb)`);
}

/** What comes after a wrong password: until when to wait now, or how long one more would make wait. */
export type AfterMiss = { waitUntil: Date | null; aheadSeconds: number | null };

export async function recordSignInMiss(
  db: Database,
  personId: string | null,
  ip: string,
  budgets: Budget[],
): Promise<AfterMiss> {
  const [row] = await db.execute<{ wait_until: string | Date | null; ahead_seconds: number | null }>(
    sql`select * from record_sign_in_miss(${personId}::uuid, ${ip}, ${JSON.stringify(budgets)}::text::jsonb)`,
  );
  return {
    waitUntil: row?.wait_until ? new Date(row.wait_until) : null,
    aheadSeconds: row?.ahead_seconds ?? null,
  };
}

/** Writes down that somebody had to wait at the door; of one network no more than 20 an hour. */
export async function noteThrottledSignIn(
  db: Database,
  email: string,
  ip: string,
  network: string,
): Promise<void> {
  await db.execute(sql`select note_throttled_sign_in(${email}, ${ip}, ${network})`);
}

/** Queues the mail if the e-mail is known; answers only until when to wait. */
export async function requestPasswordLink(
  db: Database,
  input: {
    email: string;
    link: { hash: Buffer; seconds: number };
    mail: OutboxMessage;
    /** `address`: when it is spent, nothing is sent and nobody is told. */
    budgets: { asker: Budget[]; address: Budget[] };
    ip: string;
  },
): Promise<Date | null> {
  const [row] = await db.execute<{ until: string | Date | null }>(
    sql`select request_password_link(${input.email}, ${input.link.hash}, ${input.link.seconds},
      ${input.mail.eventKey}, ${input.mail.messageId}, ${input.mail.content},
      ${JSON.stringify(input.budgets.asker)}::text::jsonb, ${JSON.stringify(input.budgets.address)}::text::jsonb,
      ${input.ip}) as until`,
  );
  return row?.until ? new Date(row.until) : null;
}

export type PasswordLink = { state: LinkState; email: string; nit: string | null };

export async function findPasswordLink(db: Database, linkHash: Buffer): Promise<PasswordLink | null> {
  const [row] = await db.execute<PasswordLink>(sql`select * from read_password_link(${linkHash})`);
  return row ? { state: row.state, email: row.email, nit: row.nit } : null;
}

/** Keeps the new password, closes the person's sessions and queues the notice, once a link. */
export async function choosePassword(
  db: Database,
  chosen: { linkHash: Buffer; passwordHash: string; notice: OutboxMessage; ip: string; accountKey: string },
): Promise<{ outcome: string; personId: string | null; isCaja: boolean }> {
  const [row] = await db.execute<{ outcome: string; person_id: string | null; is_caja: boolean }>(
    sql`select * from choose_password(${chosen.linkHash}, ${chosen.passwordHash}, ${chosen.notice.eventKey},
      ${chosen.notice.messageId}, ${chosen.notice.content}, ${chosen.ip}, ${chosen.accountKey})`,
  );
  return {
    outcome: row?.outcome ?? "unknown",
    personId: row?.person_id ?? null,
    isCaja: row?.is_caja ?? false,
  };
}
