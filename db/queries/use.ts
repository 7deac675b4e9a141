import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";
import type { Outcome } from "@/model/verdict";

type UseGrant = Grant<"order.use">;

export type NewUse = {
  orderId: string;
  lookupId: string;
  counterId: string | null;
  /** Made when the form was rendered; the same key is the same use. */
  key: string;
  /** Whole pesos; null is all that is left. */
  amount: number | null;
  invoice: string | null;
  ip: string;
};

/** See the head of db/functions/use.sql. */
export type UseOutcome =
  | "done"
  | "same"
  | "yours"
  | "key_reused"
  | "key_closed"
  | "uncompared"
  | "unclaimed"
  | "not_registered"
  | "amount"
  | Exclude<Outcome, "current">;

/** Registers a use in one statement; answers whose use stands, when one does. */
export async function registerUse(
  db: Database,
  grant: UseGrant,
  use: NewUse,
): Promise<{ outcome: UseOutcome; useId: string | null }> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ outcome: UseOutcome; use_id: string | null }>(sql`
    select outcome, use_id from use_order(
      ${use.orderId}::uuid, ${personId}::uuid, ${provider.id}::uuid, ${use.counterId}::uuid, ${use.lookupId}::uuid,
      ${use.key}::uuid, ${use.amount}::bigint, ${use.invoice}, ${use.ip})`);
  if (!row) throw new Error("use_order answered nothing");
  return { outcome: row.outcome, useId: row.use_id };
}

/** The use that a key made; one that made none never will. */
export async function settleUse(
  db: Database,
  grant: UseGrant,
  lookupId: string,
  key: string,
  ip: string,
): Promise<string | null> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ use_id: string | null }>(
    sql`select settle_use(${lookupId}::uuid, ${provider.id}::uuid, ${key}::uuid, ${personId}::uuid, ${ip}) as use_id`,
  );
  if (!row) throw new Error("settle_use answered nothing");
  return row.use_id;
}

/** The use that a key made so far. */
export async function findUseOfKey(db: Database, grant: UseGrant, key: string): Promise<string | null> {
  const [row] = await db.execute<{ use_id: string | null }>(
    sql`select use_of_key(${grant.actor.provider.id}::uuid, ${key}::uuid) as use_id`,
  );
  return row?.use_id ?? null;
}

export type ClaimOutcome = "done" | "uncompared" | "not_asked" | Exclude<Outcome, "current">;

export async function claimOrder(
  db: Database,
  grant: UseGrant,
  lookupId: string,
  ip: string,
): Promise<ClaimOutcome> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ outcome: ClaimOutcome }>(
    sql`select claim_order(${lookupId}::uuid, ${personId}::uuid, ${provider.id}::uuid, ${ip}) as outcome`,
  );
  if (!row) throw new Error("claim_order answered nothing");
  return row.outcome;
}

export async function releaseClaim(
  db: Database,
  grant: UseGrant,
  lookupId: string,
  ip: string,
): Promise<void> {
  const { personId, provider } = grant.actor;
  await db.execute(
    sql`select release_claim(${lookupId}::uuid, ${personId}::uuid, ${provider.id}::uuid, ${ip})`,
  );
}

export type UndoOutcome =
  | "done"
  | "same"
  | "key_reused"
  | "undone"
  | "too_late"
  | "other_counter"
  | "replaced"
  | "settled"
  | "not_found";

export async function undoUse(
  db: Database,
  grant: UseGrant,
  undo: { useId: string; counterId: string | null; key: string; reason: string; ip: string },
): Promise<UndoOutcome> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ outcome: UndoOutcome }>(sql`select outcome from undo_use(
    ${undo.useId}::uuid, ${personId}::uuid, ${provider.id}::uuid, ${undo.counterId}::uuid, ${undo.key}::uuid,
    ${undo.reason}, ${undo.ip})`);
  if (!row) throw new Error("undo_use answered nothing");
  return row.outcome;
}

export type AskUndoOutcome = "done" | "asked" | "undone" | "settled" | "not_found";

export async function askUndo(
  db: Database,
  grant: UseGrant,
  asked: { useId: string; reason: string; ip: string },
): Promise<AskUndoOutcome> {
  const { personId, provider } = grant.actor;
  const [row] = await db.execute<{ outcome: AskUndoOutcome }>(sql`
    select ask_undo(${asked.useId}::uuid, ${personId}::uuid, ${provider.id}::uuid, ${asked.reason}, ${asked.ip}) as outcome`);
  if (!row) throw new Error("ask_undo answered nothing");
  return row.outcome;
}
