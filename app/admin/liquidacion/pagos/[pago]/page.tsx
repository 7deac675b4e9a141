import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { accountText } from "@/components/bank-account/account-text";
import { ExportForm } from "@/components/form/export-form";
import { OneButtonForm } from "@/components/form/one-button-form";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { DataTable } from "@/components/ui/table";
import type { PaymentRun } from "@/db/queries/payment";
import { isAccount } from "@/domain/payment/files";
import { paymentNumber } from "@/domain/payment/payment-number";
import { readPayment } from "@/domain/payment/read-payments";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { ownProperty } from "@/lib/own-property";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit } from "@/model/identity/format";
import { approvePaymentAction } from "../actions";
import { invoiceColumns, invoiceRow } from "../invoice-rows";
import { PaymentState } from "../payment-state";
import { BankNotes } from "./bank-notes";
import { ReturnForm } from "./return-form";

const PATH = "/admin/liquidacion/pagos";

type Props = {
  params: Promise<{ pago: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Read once for the title and the page. */
const paymentOf = cache(async (id: string) => readPayment(await requireGrant("settlement.read"), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [found, { payment }] = await Promise.all([paymentOf((await params).pago), currentMessages()]);
  return { title: found ? paymentNumber(found.run.serial, found.run.madeAt) : payment.title };
}

/** A payment run or a reversal: what it is, who made it, and what this person may do with it. */
async function PaymentPage({ params, searchParams }: Props) {
  const grant = await requireGrant("settlement.read");
  const [{ pago }, query] = await Promise.all([params, searchParams]);
  const [found, { payment: t, settlement, bankAccount }, language] = await Promise.all([
    paymentOf(pago),
    currentMessages(),
    currentLanguage(),
  ]);
  if (!found) notFound();
  const { run, invoices, reversals, bar, isOwn, mayReturn, mayReverse, accounts, accountsVersion, bank } =
    found;
  const isPayment = run.kind === "payment";
  const pays = can(grant.actor, "settlement.manage");
  const words = t.of[run.kind];
  const done = ownProperty(
    { armado: words.created, aprobado: words.approved, devuelto: words.returned },
    query.hecho,
  );
  const counted = t.ofProviders(
    settlement.providers(formatCount(run.providers), run.providers === 1),
    settlement.uses(formatCount(run.uses), run.uses === 1),
  );
  const missing = accounts.filter(({ account }) => account === null).length;
  const changed = accounts.filter(({ isChanged }) => isChanged).length;
  const paid = bankAccount.payment;
  const apart = invoices.some(({ invoiceValue, amount }) => invoiceValue !== null && invoiceValue !== amount);
  return (
    <Page title={paymentNumber(run.serial, run.madeAt)} back={{ href: PATH, label: t.toAll }} width="admin">
      {done ? <Done>{done}</Done> : null}
      <SummaryList
        rows={[
          { label: t.columns.state, value: <PaymentState run={run} /> },
          ...(run.reverses && run.reversesAt
            ? [
                {
                  label: t.columns.number,
                  value: (
                    <a href={`${PATH}/${run.reverses}`}>
                      {t.reversalOf(paymentNumber(run.reversesSerial ?? 0, run.reversesAt))}
                    </a>
                  ),
                },
                { label: t.reversalReason, value: run.reason ?? "" },
              ]
            : []),
          {
            label: isPayment ? t.total[run.state] : t.totalOfReversal,
            value: (
              <span className="tabular-nums lining-nums">
                <b className="text-2xl">{formatPesos(isPayment ? run.amount : -run.amount)}</b> · {counted}
              </span>
            ),
          },
          { label: t.columns.payOn, value: shortDate(run.payOn) },
          { label: t.columns.reference, value: run.reference },
          { label: words.maker, value: t.madeBy(run.madeBy, shortDateTime(run.madeAt, language)) },
          ...(run.decidedAt && run.state !== "pending"
            ? [
                {
                  label: words.decidedBy[run.state],
                  value: t.madeBy(run.decidedBy ?? "", shortDateTime(run.decidedAt, language)),
                },
              ]
            : []),
          ...(run.decision ? [{ label: t.decision, value: run.decision }] : []),
        ]}
      />
      {bar === "decided" ? null : (
        <section aria-labelledby="aprobar">
          <h2 id="aprobar">{words.approveTitle}</h2>
          {bar ? (
            <p>{words.bars[bar]}</p>
          ) : (
            <>
              {apart ? <Note>{t.mayNotMatch}</Note> : null}
              {isPayment && missing > 0 ? (
                <Note>{paid.warnMissing(formatCount(missing), missing === 1)}</Note>
              ) : null}
              {isPayment && changed > 0 ? (
                <Note>{paid.warnChanged(formatCount(changed), changed === 1)}</Note>
              ) : null}
              <p>{words.mails}</p>
              <OneButtonForm
                action={approvePaymentAction}
                hidden={{ payment: run.id, accounts: accountsVersion }}
                label={words.approve(formatPesos(run.amount))}
                pendingLabel={t.approving}
              />
            </>
          )}
        </section>
      )}
      <DataTable
        caption={words.invoices}
        empty={null}
        columns={{ ...invoiceColumns(t), reversed: t.columns.reversed }}
        rows={invoices.map((each) => ({
          ...invoiceRow(each, t),
          provider: (
            <>
              <a href={`/admin/liquidacion/${each.providerId}`}>{each.providerName}</a>{" "}
              <span className="text-hint whitespace-nowrap text-ink-soft tabular-nums lining-nums">
                {formatNit(each.nit, each.checkDigit)}
              </span>
            </>
          ),
          reversed:
            each.reversed > 0 ? settlement.uses(formatCount(each.reversed), each.reversed === 1) : "—",
        }))}
      />
      {isPayment && run.state !== "returned" ? (
        <DataTable
          caption={paid.caption}
          empty={null}
          columns={{ provider: { label: paid.provider, firm: true }, account: paid.account }}
          rows={accounts.map((each) => ({
            provider: <a href={`/admin/proveedores/${each.providerId}`}>{each.providerName}</a>,
            account: (
              <>
                {isAccount(each) ? accountText(each, bankAccount) : paid.missing}
                {each.isChanged ? <b>. {paid.changed}</b> : null}
              </>
            ),
          }))}
        />
      ) : null}
      {reversals.length > 0 ? (
        <section aria-labelledby="reversiones">
          <h2 id="reversiones">{t.reversals}</h2>
          <ul>
            {reversals.map((each) => (
              <li key={each.id}>
                <a className="inline-flex min-h-11 items-center" href={`${PATH}/${each.id}`}>
                  {paymentNumber(each.serial, each.madeAt)}
                </a>{" "}
                <PaymentState run={each} /> {formatPesos(-each.amount)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {bank && pays ? <BankNotes bank={bank} /> : null}
      <ExportForm
        of={filesOf(run, bank && pays ? bank.left : null)}
        action={`${PATH}/${run.id}/archivo`}
        filters={{}}
      />
      {mayReturn ? (
        <section className="print:hidden" aria-labelledby="devolver">
          <h2 id="devolver">{isOwn ? words.withdrawTitle : words.returnTitle}</h2>
          <ReturnForm payment={run.id} submit={isOwn ? t.withdraw : t.return} />
        </section>
      ) : null}
      {mayReverse ? (
        <p className="print:hidden">
          <a className="inline-flex min-h-11 items-center" href={`${PATH}/${run.id}/revertir`}>
            {t.reverse}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

/** Which files there are: the bank's of an approved payment alone, for whoever pays, and while something is left. */
function filesOf({ kind }: PaymentRun, left: number | null) {
  if (kind === "reversal") return "reversal";
  if (left === null) return "paymentUnapproved";
  return left > 0 ? "payment" : "paymentReversed";
}

export default unlessDown(PaymentPage);
