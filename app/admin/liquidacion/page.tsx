import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { periodIn, periodParams, periodQuery } from "@/app/_server/http/period-params";
import { unlessDown } from "@/app/_server/http/unless-down";
import { TextField } from "@/components/form/field";
import { Page } from "@/components/layout/page";
import { PeriodForm } from "@/components/settlement/period-form";
import { PageSizes, Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { readSettlementTotals } from "@/domain/settlement/read-settlement";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { formatNit } from "@/model/identity/format";

const PATH = "/admin/liquidacion";
/** A sum of a table, in which nothing stands apart from a sum. */
const money = (amount: number) => (amount === 0 ? "—" : formatPesos(amount));

export async function generateMetadata(): Promise<Metadata> {
  const { settlement } = await currentMessages();
  return { title: settlement.title };
}

/** Each provider's uses in a period, by settlement state. */
async function SettlementPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const grant = await requireGrant("settlement.read");
  const query = await searchParams;
  const size = readSize(query.filas);
  const search = queryText(query.buscar);
  const [{ period, totals, providers, page, pages }, { settlement: t, payment }] = await Promise.all([
    readSettlementTotals(grant, periodIn(query), { search, size, page: queryPage(query.pagina) }),
    currentMessages(),
  ]);
  const days = periodQuery(period);
  const filas = sizeWord(size);
  const at = (change: Record<string, string>) =>
    pathWith(PATH, { ...days, buscar: search, filas, ...change });
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <p className="flex flex-wrap gap-x-6 print:hidden">
        <a className="inline-flex min-h-11 items-center" href={`${PATH}/pagos`}>
          {payment.link}
        </a>
        {can(grant.actor, "settlement.manage") ? (
          <a className="inline-flex min-h-11 items-center font-bold" href={`${PATH}/pagos/nuevo`}>
            {payment.make}
          </a>
        ) : null}
      </p>
      <PeriodForm path={PATH} names={periodParams} period={period}>
        <TextField name="buscar" label={t.search} defaultValue={search} autoComplete="off" maxLength={100} />
      </PeriodForm>
      <p role="status">
        {t.period(shortDate(period.from), shortDate(period.to))}:{" "}
        <b className="tabular-nums lining-nums">
          {t.providers(formatCount(totals.providers), totals.providers === 1)},{" "}
          {t.uses(formatCount(totals.uses), totals.uses === 1)}, {formatPesos(totals.amount)}
        </b>
      </p>
      {totals.providers > 0 ? <PageSizes at={at} size={size} /> : null}
      <DataTable
        caption={t.providersCaption}
        empty={search ? t.noneFound : t.empty}
        columns={{
          provider: t.columns.provider,
          count: { label: t.columns.count, numeric: true },
          open: { label: t.states.open, numeric: true },
          legalized: { label: t.states.legalized, numeric: true },
          invoiced: { label: t.states.invoiced, numeric: true },
          paid: { label: t.states.paid, numeric: true },
          objected: { label: t.states.objected, numeric: true },
        }}
        rows={providers.map(({ provider, uses, amounts }) => ({
          provider: (
            <>
              <a href={pathWith(`${PATH}/${provider.id}`, days)}>{provider.name}</a>{" "}
              <span className="text-hint whitespace-nowrap text-ink-soft tabular-nums lining-nums">
                {formatNit(provider.nit, provider.checkDigit)}
              </span>
            </>
          ),
          count: formatCount(uses),
          open: money(amounts.open),
          legalized: money(amounts.legalized),
          invoiced: money(amounts.invoiced),
          paid: money(amounts.paid),
          objected: money(amounts.objected),
        }))}
      />
      <Pages of="settlement" at={at} page={page} pages={pages} />
    </Page>
  );
}

export default unlessDown(SettlementPage);
