import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { listOwnersOf } from "@/db/queries/notify-recipients";
import { findPayment, type PaymentRun } from "@/db/queries/payment";
import type { Notice } from "@/domain/notify/channel";
import { composeNotices } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

type PaidInvoice = Answer<"payment_invoices">[number];
/** What a run pays one provider. */
type ProviderPart = {
  providerId: string;
  providerName: string;
  invoices: PaidInvoice[];
  uses: number;
  amount: number;
};
/** The letter to a provider's owners. Its texts are passed in, since domain/ holds none. */
export type PaymentNotice = (run: PaymentRun, part: ProviderPart) => Notice;

/**
 * Approves a run or a reversal that another person made. Each provider's owners get a letter of their part.
 * @throws Refusal "payment_same_person" · "payment_legalizer" when the person legalised one of its uses
 * · "payment_decided" · "own_provider" · "payment_changed" · "not_allowed"
 */
export async function approvePayment(
  grant: Grant<"settlement.approve">,
  { payment, accounts }: { payment: string; accounts?: string },
  compose: PaymentNotice,
  { ip }: { ip: string },
): Promise<void> {
  const db = databaseFor(grant);
  const run = await findPayment(db, payment);
  if (!run) throw new Refusal("payment_changed");
  const parts = partsOf(await call(db, "payment_invoices", { payment }));
  const owners = await listOwnersOf(db, [...parts.keys()]);
  const mails = [...parts].flatMap(([provider, part]) =>
    composeNotices(
      run.kind === "payment" ? "payment.approved" : "payment.reversed",
      `${payment}:${provider}`,
      owners.filter(({ providerId }) => providerId === provider),
      compose(run, part),
    ),
  );
  const actor = grant.actor.personId;
  requireDone(
    "payment_outcome",
    await call(db, "approve_payment", {
      actor,
      payment,
      mails: mailsJson(mails),
      ip,
      accounts: accounts ?? null,
    }),
  );
}

/** A run's invoices by provider. */
function partsOf(invoices: readonly PaidInvoice[]): ReadonlyMap<string, ProviderPart> {
  const parts = new Map<string, ProviderPart>();
  for (const invoice of invoices) {
    const { providerId, providerName } = invoice;
    const known = parts.get(providerId) ?? { invoices: [], uses: 0, amount: 0 };
    parts.set(providerId, {
      providerId,
      providerName,
      invoices: [...known.invoices, invoice],
      uses: known.uses + invoice.uses,
      amount: known.amount + invoice.amount,
    });
  }
  return parts;
}
