import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { elsewherePlace } from "@/app/_server/auth/elsewhere";
import { requireGrant } from "@/app/_server/auth/session";
import { periodIn, periodParams, periodQuery } from "@/app/_server/http/period-params";
import { unlessDown } from "@/app/_server/http/unless-down";
import { accountText } from "@/components/bank-account/account-text";
import { ExportForm } from "@/components/form/export-form";
import { FormMessage } from "@/components/form/form-message";
import { Page } from "@/components/layout/page";
import { PeriodForm } from "@/components/settlement/period-form";
import { settledColumns, settledRow } from "@/components/settlement/use-rows";
import { PageSizes, Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { Unbroken } from "@/components/ui/unbroken";
import { databaseFor } from "@/db/client";
import { findOwnAccount } from "@/db/queries/bank-account";
import { meantBy } from "@/domain/account/other-company";
import { readStatement } from "@/domain/settlement/statement";
import { shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";

const PATH = "/historial/relacion";

export async function generateMetadata(): Promise<Metadata> {
  const { settlement } = await currentMessages();
  return { title: settlement.ownTitle };
}

type Query = Record<string, string | string[] | undefined>;

/**
 * Whether the link of a mail, which says by a key which company it is about, is for this one. That of another one of the
 * person's leads to the switch, also where they may not read a statement of this one.
 */
async function companyMeant({ desde, hasta, empresa }: Query): Promise<boolean> {
  const key = queryText(empresa);
  if (!key) return true;
  const meant = meantBy((await requireGrant("application.view")).actor, key);
  if (meant === "this") return true;
  const days = { desde: queryText(desde), hasta: queryText(hasta) };
  if (meant.other) redirect(elsewherePlace(meant.other, pathWith(PATH, { ...days, empresa: key })));
  return false;
}

/** The provider's uses in a period, per branch and in total, for its invoice. */
async function StatementPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const meant = await companyMeant(query);
  const grant = await requireGrant("history.export");
  const size = readSize(query.filas);
  const [{ period, uses, branches, total, page, pages }, { settlement: t, bankAccount }, account] =
    await Promise.all([
      readStatement(grant, periodIn(query), { size, page: queryPage(query.pagina) }),
      currentMessages(),
      findOwnAccount(databaseFor(grant), grant, null),
    ]);
  const { legalName, nit, checkDigit } = grant.actor.provider;
  const days = periodQuery(period);
  const filas = sizeWord(size);
  const at = (change: Record<string, string>) => pathWith(PATH, { ...days, filas, ...change });
  const count = (of: number) => t.uses(formatCount(of), of === 1);
  return (
    <Page title={t.ownTitle} back={{ href: "/historial", label: t.back }} width="admin">
      <p>
        <b>{legalName}</b>{" "}
        <span className="tabular-nums lining-nums whitespace-nowrap">NIT {formatNit(nit, checkDigit)}</span>
      </p>
      {meant ? null : <FormMessage>{t.otherCompany(legalName)}</FormMessage>}
      <p className="print:hidden">{t.ownIntro}</p>
      <p>
        {account ? `${bankAccount.ownLabel}: ` : bankAccount.ownNone}
        {account ? <b>{accountText(account, bankAccount)}</b> : null}
      </p>
      <PeriodForm path={PATH} names={periodParams} period={period} />
      <p role="status">
        {t.period(shortDate(period.from), shortDate(period.to))}:{" "}
        <b className="tabular-nums lining-nums">
          {count(total.uses)}, {formatPesos(total.amount)}
        </b>
      </p>
      {branches.length > 0 ? (
        <DataTable
          caption={t.branches}
          empty={t.empty}
          columns={{
            place: t.columns.place,
            count: { label: t.columns.count, numeric: true },
            amount: { label: t.columns.amount, numeric: true },
          }}
          rows={[
            ...branches.map(({ branch, uses: of, amount }) => ({
              place: branch ?? t.noBranch,
              count: formatCount(of),
              amount: formatPesos(amount),
            })),
            {
              place: <b>{t.total}</b>,
              count: <b>{formatCount(total.uses)}</b>,
              amount: <b>{formatPesos(total.amount)}</b>,
            },
          ]}
        />
      ) : null}
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={settledColumns(t)}
        rows={uses.map((use) => {
          const row = settledRow(use, t);
          return {
            ...row,
            receipt: (
              <a
                className="max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                href={`/comprobantes/${use.useId}`}
              >
                {row.receipt}
              </a>
            ),
            state: <Unbroken text={row.state} />,
          };
        })}
      />
      <Pages of="settlement" at={at} page={page} pages={pages} />
      {total.uses > 0 ? <PageSizes at={at} size={size} /> : null}
      {total.uses > 0 ? <ExportForm of="statement" action={`${PATH}/exportar`} filters={days} /> : null}
    </Page>
  );
}

export default unlessDown(StatementPage);
