import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { paymentNumber } from "@/domain/payment/payment-number";
import { readPayment } from "@/domain/payment/read-payments";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { ReverseForm } from "./reverse-form";

const PATH = "/admin/liquidacion/pagos";

type Props = { params: Promise<{ pago: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { payment } = await currentMessages();
  return { title: payment.reverseTitle };
}

/** The invoices of a payment that can be taken back, to be ticked. */
async function ReversePaymentPage({ params }: Props) {
  const grant = await requireGrant("settlement.manage");
  const { pago } = await params;
  const [found, { payment: t, settlement }] = await Promise.all([
    readPayment(authorize(grant.actor, "settlement.read"), pago),
    currentMessages(),
  ]);
  if (!found) notFound();
  const { run, invoices, mayReverse } = found;
  if (!mayReverse) redirect(`${PATH}/${run.id}`);
  return (
    <Page
      title={t.reverseTitle}
      back={{ href: `${PATH}/${run.id}`, label: paymentNumber(run.serial, run.madeAt) }}
      width="admin"
    >
      <p>{t.reverseIntro}</p>
      <ReverseForm
        idempotencyKey={randomUUID()}
        payment={run.id}
        legend={t.of.payment.invoices}
        invoices={invoices
          .filter(({ uses, reversed }) => reversed < uses)
          .map(({ cufe, providerName, invoice, uses, amount }) => ({
            value: cufe,
            label: `${providerName}, ${settlement.invoiceFact(invoice)}, ${settlement.uses(formatCount(uses), uses === 1)}, ${formatPesos(amount)}`,
          }))}
      />
    </Page>
  );
}

export default unlessDown(ReversePaymentPage);
