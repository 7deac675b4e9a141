import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { PAYMENTS_PATH, paymentTabOf, paymentWords } from "@/app/admin/_payments/address";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { PageSizes, Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { paymentNumber } from "@/domain/payment/payment-number";
import { paymentTabs, readPayments } from "@/domain/payment/read-payments";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { PaymentState } from "./payment-state";

export async function generateMetadata(): Promise<Metadata> {
  const { payment } = await currentMessages();
  return { title: payment.title };
}

/** Payment runs and their reversals, the newest first. */
async function PaymentsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const grant = await requireGrant("settlement.read");
  const query = await searchParams;
  const size = readSize(query.filas);
  const tab = paymentTabOf(queryText(query.ver));
  const [{ runs, page, pages }, { payment: t, settlement }] = await Promise.all([
    readPayments(grant, { tab, size, page: queryPage(query.pagina) }),
    currentMessages(),
  ]);
  const at = (change: Record<string, string>) =>
    pathWith(PAYMENTS_PATH, { ver: paymentWords[tab], filas: sizeWord(size), ...change });
  return (
    <Page title={t.title} back={{ href: "/admin/liquidacion", label: t.toSettlement }} width="admin">
      <p>{t.intro}</p>
      {can(grant.actor, "settlement.manage") ? (
        <p>
          <ButtonLink href={`${PAYMENTS_PATH}/nuevo`}>{t.make}</ButtonLink>
        </p>
      ) : null}
      <ChoiceLinks
        label={t.tabsLabel}
        choices={paymentTabs.map((name) => ({
          href: pathWith(PAYMENTS_PATH, { ver: paymentWords[name], filas: sizeWord(size) }),
          label: t.tabs[name],
          chosen: name === tab,
        }))}
      />
      <DataTable
        caption={tab === "all" ? t.caption : t.tabs[tab]}
        empty={tab === "all" ? t.empty : t.noneWaits}
        columns={{
          number: { label: t.columns.number, firm: true },
          state: t.columns.state,
          payOn: { label: t.columns.payOn, firm: true },
          reference: t.columns.reference,
          amount: { label: t.columns.amount, numeric: true },
          maker: t.columns.maker,
        }}
        rows={runs.map((run) => ({
          number: <a href={`${PAYMENTS_PATH}/${run.id}`}>{paymentNumber(run.serial, run.madeAt)}</a>,
          state: <PaymentState run={run} />,
          payOn: shortDate(run.payOn),
          reference: run.reference,
          amount: (
            <>
              <b>{formatPesos(run.kind === "payment" ? run.amount : -run.amount)}</b>
              <span className="block text-sm whitespace-normal text-ink-soft">
                {t.ofProviders(
                  settlement.providers(formatCount(run.providers), run.providers === 1),
                  settlement.uses(formatCount(run.uses), run.uses === 1),
                )}
              </span>
            </>
          ),
          maker: run.madeBy,
        }))}
      />
      {runs.length > 0 ? <PageSizes at={at} size={size} /> : null}
      <Pages of="payments" at={at} page={page} pages={pages} />
    </Page>
  );
}

export default unlessDown(PaymentsPage);
