import { and, count, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { payments, paymentUses } from "@/db/schema/payment";
import { settlements } from "@/db/schema/settlement";

const maker = alias(persons, "maker");
const decider = alias(persons, "decider");
const reversed = alias(payments, "reversed");

const columns = {
  id: payments.id,
  serial: payments.serial,
  kind: payments.kind,
  reverses: payments.reverses,
  reversesSerial: reversed.serial,
  reversesAt: reversed.madeAt,
  reason: payments.reason,
  payOn: payments.payOn,
  reference: payments.reference,
  providers: payments.providers,
  uses: payments.uses,
  amount: payments.amount,
  state: payments.state,
  madeAt: payments.madeAt,
  makerId: payments.madeBy,
  madeBy: maker.name,
  decidedAt: payments.decidedAt,
  decidedBy: decider.name,
  decision: payments.decision,
};

const select = (db: Database) =>
  db
    .select(columns)
    .from(payments)
    .innerJoin(maker, eq(maker.id, payments.madeBy))
    .leftJoin(decider, eq(decider.id, payments.decidedBy))
    .leftJoin(reversed, eq(reversed.id, payments.reverses));

/** A payment run, or the reversal of one, with who made it and who decided. */
export type PaymentRun = Awaited<ReturnType<typeof select>>[number];

type PaymentKind = PaymentRun["kind"];

const waiting = (kind: PaymentKind | null) =>
  kind === null ? undefined : and(eq(payments.state, "pending"), eq(payments.kind, kind));

/** A page of the runs, the newest first; of a kind, those of it that wait for a second person. */
export function listPayments(
  db: Database,
  { waits = null, limit, offset }: { waits?: PaymentKind | null; limit: number; offset: number },
) {
  return select(db).where(waiting(waits)).orderBy(desc(payments.serial)).limit(limit).offset(offset);
}

export function countPayments(db: Database, waits: PaymentKind | null = null): Promise<number> {
  return db.$count(payments, waiting(waits));
}

export async function findPayment(db: Database, id: string): Promise<PaymentRun | null> {
  const [run] = await select(db).where(eq(payments.id, id));
  return run ?? null;
}

/** The reversals of a payment, the oldest first. */
export function listReversals(db: Database, id: string): Promise<PaymentRun[]> {
  return select(db).where(eq(payments.reverses, id)).orderBy(payments.serial);
}

/** Whether a person legalised one of the uses of a run. */
export async function hasLegalized(db: Database, id: string, personId: string): Promise<boolean> {
  const [found] = await db
    .select({ uses: count() })
    .from(paymentUses)
    .innerJoin(settlements, eq(settlements.useId, paymentUses.useId))
    .where(and(eq(paymentUses.paymentId, id), eq(settlements.legalizedBy, personId)));
  return (found?.uses ?? 0) > 0;
}
