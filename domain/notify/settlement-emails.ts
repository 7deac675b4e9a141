import "server-only";
import type { PaymentNotice } from "@/domain/payment/approve";
import { paymentNumber } from "@/domain/payment/payment-number";
import type { ObjectionEmail } from "@/domain/settlement/settle";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { messagesIn } from "@/messages";
import { bogotaDay } from "@/model/calendar";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a provider's owners are told when the caja objects to uses, in the caja's language. */
export async function objectionEmail(links: MailLinks): Promise<ObjectionEmail> {
  const { signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").settlement;
  return (receipts, reason, days, { providerId, company }) => ({
    subject: emails.objected(receipts[0] ?? "", receipts.length),
    text: emails.objectedText(
      company,
      receipts.join("\n"),
      reason,
      links.statement(days, providerId),
      signature,
    ),
  });
}

/** The letter to a provider's owners about what a payment run pays them, or takes back, in the caja's language. */
export async function paymentNotice(links: MailLinks): Promise<PaymentNotice> {
  const { signature } = await mailTexts("es-CO");
  const { settlement, payment: words } = messagesIn("es-CO");
  const { emails } = words;
  return (run, { providerId, invoices, amount: sum }) => {
    const days = invoices.flatMap(({ firstAt, lastAt }) => [bogotaDay(firstAt), bogotaDay(lastAt)]).sort();
    const amount = formatPesos(sum);
    const facts = {
      payment: paymentNumber(run.serial, run.madeAt),
      amount,
      invoices: invoices
        .map(({ invoice, uses, amount: charged, firstAt, lastAt }) =>
          emails.invoiceLine(
            invoice,
            settlement.uses(formatCount(uses), uses === 1),
            words.between(shortDate(firstAt), shortDate(lastAt)),
            formatPesos(charged),
          ),
        )
        .join("\n"),
      url: links.statement({ from: days.at(0) ?? run.payOn, to: days.at(-1) ?? run.payOn }, providerId),
      signature,
    };
    if (run.kind === "payment")
      return {
        subject: emails.paid(amount),
        text: emails.paidText({ ...facts, day: shortDate(run.payOn), reference: run.reference }),
      };
    const of = run.reversesAt ? paymentNumber(run.reversesSerial ?? 0, run.reversesAt) : "";
    return {
      subject: emails.reversed(amount),
      text: emails.reversedText({ ...facts, of, reason: run.reason ?? "" }),
    };
  };
}
