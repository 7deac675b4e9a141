import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";
import type { Budget } from "@/model/budget";
import type { DeferredAnswer, Outcome } from "@/model/verdict";

export type NewScan = {
  id: string;
  channel: "scan" | "picture";
  ip: string;
  /** A whole code that a key of ours signed, or why there is none. */
  code: Uint8Array | "foreign" | "forged";
  budgets: Budget[];
  /** The counter that the device says it is. */
  counterId: string | null;
};

/** Opens a question by a code, in one statement: budgets, match, look-up row, audit event. */
export async function recordScan(
  db: Database,
  grant: Grant<"order.look_up">,
  scan: NewScan,
): Promise<Outcome> {
  const { personId, provider } = grant.actor;
  const [code, fault] = typeof scan.code === "string" ? [null, scan.code] : [Buffer.from(scan.code), null];
  const [row] = await db.execute<{ outcome: Outcome }>(sql`select scan_order(
    ${scan.id}, ${personId}, ${provider.id}, ${scan.channel}, ${scan.ip}, ${code}, ${fault},
    ${JSON.stringify(scan.budgets)}::text::jsonb, ${scan.counterId}::uuid) as outcome`);
  if (!row) throw new Error("scan_order answered nothing");
  return row.outcome;
}

/** What a question by code of this provider is worth now, in a word; null for anybody else's. */
export async function findStanding(
  db: Database,
  grant: Grant<"order.look_up">,
  lookupId: string,
): Promise<DeferredAnswer | null> {
  const [row] = await db.execute<{ standing: DeferredAnswer | null }>(
    sql`select scan_standing(${lookupId}, ${grant.actor.provider.id}) as standing`,
  );
  return row?.standing ?? null;
}

/** The code of a question of this provider that waits for the digits; null when it waits for none. */
export async function findWaitingCode(
  db: Database,
  grant: Grant<"order.look_up">,
  lookupId: string,
): Promise<Buffer | null> {
  const [row] = await db.execute<{ code_id: Buffer | null }>(sql`select code_id from lookup
    where id = ${lookupId} and provider_id = ${grant.actor.provider.id} and outcome = 'digits'`);
  return row?.code_id ?? null;
}

/**
 * Gives the last four to a question that waits for them, and records it, in one statement. `tailIndexes` are all that
 * they can have been meant as.
 */
export async function recordDigits(
  db: Database,
  grant: Grant<"order.look_up">,
  answer: { lookupId: string; ip: string; tailIndexes: Buffer[]; budgets: Budget[] },
): Promise<Outcome | null> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ outcome: Outcome | null }>(sql`select answer_digits(
    ${answer.lookupId}, ${personId}, ${provider.id}, ${answer.ip}, ${answer.tailIndexes[0] ?? null}::bytea,
    ${JSON.stringify(answer.budgets)}::text::jsonb,
    ${JSON.stringify(answer.tailIndexes.map((index) => index.toString("hex")))}::text::jsonb) as outcome`);
  return row?.outcome ?? null;
}
