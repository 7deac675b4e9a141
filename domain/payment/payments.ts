import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { submissionKey } from "@/lib/crypto/submission-key";
import type { Grant } from "@/model/access";
import {
  type MakePaymentInput,
  MOST_INVOICES,
  type ReturnPaymentInput,
  type ReversePaymentInput,
} from "./schema";

type Client = { ip: string };

/**
 * Makes a run of what is ticked, or of everything that the page showed, for another person to approve.
 * @returns its id; the same form again answers the same run
 * @throws Refusal "payment_changed" when an invoice is not as it was shown · "own_provider"
 */
export async function makePayment(
  grant: Grant<"settlement.manage">,
  { key, scope, invoices, payOn, reference }: MakePaymentInput,
  { ip }: Client,
): Promise<string> {
  const db = databaseFor(grant);
  const chosen = scope === "marked" ? invoices : await everyInvoice(grant, scope);
  const { outcome, runId } = await call(db, "make_payment", {
    actor: grant.actor.personId,
    key: submissionKey(key, [scope, invoices, payOn, reference]),
    payOn,
    reference,
    cufes: chosen.map(({ cufe }) => cufe),
    versions: chosen.map(({ version }) => version),
    ip,
  });
  requireDone("payment_outcome", outcome);
  if (runId === null) throw new Error("a payment run without id");
  return runId;
}

/**
 * Everything that can be paid, if it is still what the page said; else nothing, of which the database makes no run, but
 * answers the one that the same form made before.
 */
async function everyInvoice(grant: Grant<"settlement.manage">, scope: string) {
  const all = await call(databaseFor(grant), "payable_invoices", { cufes: null, limit: MOST_INVOICES });
  const { invoices, amount } = await call(databaseFor(grant), "payable_total", {});
  return scope === `all.${invoices}.${amount}` && invoices === all.length ? all : [];
}

/**
 * Returns a run that waits, with a reason; its maker withdraws it the same way.
 * @throws Refusal "payment_decided" · "payment_changed" when there is no such run · "not_allowed"
 */
export async function returnPayment(
  grant: Grant<"settlement.manage">,
  { payment, reason }: ReturnPaymentInput,
  { ip }: Client,
): Promise<void> {
  const actor = grant.actor.personId;
  requireDone(
    "payment_outcome",
    await call(databaseFor(grant), "return_payment", { actor, payment, reason, ip }),
  );
}

/**
 * Asks for the reversal of what a payment paid by mistake, which a second person approves.
 * @returns the id of the entry
 * @throws Refusal "payment_changed" when an invoice is not paid by it any more · "reversal_waits" · "own_provider"
 */
export async function reversePayment(
  grant: Grant<"settlement.manage">,
  { key, payment, invoices, reason }: ReversePaymentInput,
  { ip }: Client,
): Promise<string> {
  const { outcome, runId } = await call(databaseFor(grant), "make_payment_reversal", {
    actor: grant.actor.personId,
    key: submissionKey(key, [payment, invoices, reason]),
    payment,
    cufes: invoices,
    reason,
    ip,
  });
  requireDone("payment_outcome", outcome);
  if (runId === null) throw new Error("a reversal without id");
  return runId;
}
