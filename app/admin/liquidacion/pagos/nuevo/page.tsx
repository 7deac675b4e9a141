import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { emptyClass } from "@/components/ui/empty";
import { readPayable } from "@/domain/payment/read-payments";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { invoiceColumns, invoiceRow } from "../invoice-rows";
import { PayForm } from "./pay-form";

export async function generateMetadata(): Promise<Metadata> {
  const { payment } = await currentMessages();
  return { title: payment.makeTitle };
}

/** The invoices that can be paid, to be ticked for a payment run. */
async function MakePaymentPage() {
  const grant = await requireGrant("settlement.manage");
  const [{ invoices, total, isWhole, today }, { payment: t, settlement }] = await Promise.all([
    readPayable(grant),
    currentMessages(),
  ]);
  const counted = t.invoices(formatCount(total.invoices), total.invoices === 1);
  return (
    <Page title={t.makeTitle} back={{ href: "/admin/liquidacion/pagos", label: t.toAll }} width="admin">
      <p>{t.makeIntro}</p>
      {invoices.length === 0 ? (
        <p className={emptyClass}>{t.nothingPayable}</p>
      ) : (
        <>
          <p>
            {t.payable}:{" "}
            <b className="tabular-nums lining-nums">
              {counted}, {settlement.uses(formatCount(total.uses), total.uses === 1)},{" "}
              {formatPesos(total.amount)}
            </b>
            {isWhole ? null : <> {t.onlyFirst(formatCount(invoices.length))}</>}
          </p>
          <PayForm
            idempotencyKey={randomUUID()}
            today={today}
            caption={t.payable}
            columns={{ mark: { label: t.columns.mark, screenOnly: true }, ...invoiceColumns(t) }}
            invoices={invoices.map((each) => ({
              ...invoiceRow({ ...each, invoiceValue: each.value }, t),
              provider: `${each.providerName} · ${formatNit(each.nit, each.checkDigit)}`,
              shown: `${each.cufe}.${each.version}`,
              pesos: each.amount,
              mark: t.markInvoice(each.invoice, each.providerName),
            }))}
            scopes={[
              { value: "marked", label: t.scopeMarked },
              ...(isWhole
                ? [
                    {
                      value: `all.${total.invoices}.${total.amount}`,
                      label: t.scopeAll(counted, formatPesos(total.amount)),
                    },
                  ]
                : []),
            ]}
          />
        </>
      )}
    </Page>
  );
}

export default unlessDown(MakePaymentPage);
