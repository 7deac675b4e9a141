import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ExportForm } from "@/components/form/export-form";
import { SelectField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Empty } from "@/components/ui/empty";
import { MoneyStrip } from "@/components/ui/money-strip";
import { Note } from "@/components/ui/note";
import { Pages } from "@/components/ui/pages";
import { PrintButton } from "@/components/ui/print-button";
import { type Figure, figures } from "@/domain/month/lines";
import { monthAfter, monthBefore, monthOf, offeredMonths } from "@/domain/month/month";
import { type MonthReport, readMonthReport } from "@/domain/month/read-report";
import { hasRequests } from "@/domain/month/report-rows";
import { monthAndYear, monthName, shortDate } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { pathWith, queryPage } from "@/lib/http/query";
import { shownPage } from "@/lib/paging";
import { currentLanguage, currentMessages } from "@/messages";
import { PhoneFold } from "../phone-fold";
import { ReportCourse } from "./report-course";
import { PlacesTable, ProvidersTable, RequestsTable } from "./report-tables";

const PATH = "/admin/informes";
/** Providers of a page; the files have all of them. */
const SHOWN = 25;

export async function generateMetadata(): Promise<Metadata> {
  const { monthReport } = await currentMessages();
  return { title: monthReport.title };
}

type Query = Record<string, string | string[] | undefined>;

/** A month in sums: orders in money by kind, office and provider, and requests, with the month before beside. */
async function MonthReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("settlement.read");
  const query = await searchParams;
  const [report, { monthReport: t }, language] = await Promise.all([
    readMonthReport(grant, query.mes),
    currentMessages(),
    currentLanguage(),
  ]);
  if ("fault" in report) {
    const last = monthBefore(monthOf(report.today));
    return (
      <Page title={t.title} width="admin">
        <Note>
          <p role="alert">{t[report.fault]}</p>
          <p>
            <a className="inline-flex min-h-11 items-center" href={PATH}>
              {t.lastWhole(monthAndYear(last, language))}
            </a>
          </p>
        </Note>
        <MonthChoice today={report.today} month={last} />
      </Page>
    );
  }
  const { month, before, days, lines, providers } = report;
  const name = monthAndYear(month, language);
  const { page, pages, offset } = shownPage(providers.length, { size: SHOWN, page: queryPage(query.pagina) });
  const requests = report.requests.now;
  const isEmpty =
    providers.length === 0 &&
    lines.kinds.length === 0 &&
    requests.received + requests.returned + requests.approved + requests.rejected === 0 &&
    !hasRequests(report.renewals);
  return (
    <Page title={t.titleOf(name)} width="admin">
      <p className="-mt-1 mb-2 text-sm text-ink-soft tabular-nums lining-nums">
        {t.days(shortDate(days.from), shortDate(days.to))}. {t.compared(monthAndYear(before, language))}{" "}
        {report.isRunning ? t.running : ""}
      </p>
      <MonthChoice today={report.today} month={month} />
      {isEmpty ? (
        <Empty title={t.empty(name)}>
          <p>{t.emptyText}</p>
        </Empty>
      ) : (
        <>
          <ReportMoney report={report} />
          <ReportCourse course={report.course} />
          <PhoneFold title={t.byKind}>
            <PlacesTable report={report} lines={lines.kinds} caption={t.byKind} name={t.kind} unnamed="" />
          </PhoneFold>
          <PhoneFold title={t.byOffice}>
            <PlacesTable
              report={report}
              lines={lines.offices}
              caption={t.byOffice}
              name={t.office}
              unnamed={t.noOffice}
            />
          </PhoneFold>
          <PhoneFold title={t.byProvider} open={page > 1}>
            <ProvidersTable report={report} shown={providers.slice(offset, offset + SHOWN)} />
            <Pages
              of="monthReport"
              at={(change) => pathWith(PATH, { mes: month, ...change })}
              page={page}
              pages={pages}
            />
          </PhoneFold>
          <PhoneFold title={t.requestsCaption}>
            <RequestsTable report={report} of="requests" caption={t.requestsCaption} />
            {hasRequests(report.renewals) ? (
              <RequestsTable report={report} of="renewals" caption={t.renewalsTitle} />
            ) : null}
          </PhoneFold>
          <p className="text-sm text-ink-soft">{t.means}</p>
        </>
      )}
      <ExportForm of="monthReport" action={`${PATH}/exportar`} filters={{ mes: month }} />
    </Page>
  );
}

/** The month before and after, any other one, and the way to paper. */
async function MonthChoice({ today, month }: { today: string; month: string }) {
  const [{ monthReport: t }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const [before, after] = [monthBefore(month), monthAfter(month)];
  const link = (to: string, label: string) => (
    <a className="mb-4 inline-flex min-h-11 items-center" href={pathWith(PATH, { mes: to })}>
      {label}
    </a>
  );
  return (
    <div className="flex flex-wrap items-end gap-x-4 print:hidden">
      {link(before, `‹ ${monthName(before, language)}`)}
      <FilterForm path={PATH} submit={t.show} inline className="flex flex-wrap items-end gap-x-3">
        <SelectField
          name="mes"
          label={t.month}
          defaultValue={month}
          options={offeredMonths(today, month).map((value) => ({
            value,
            label: monthAndYear(value, language),
          }))}
        />
      </FilterForm>
      {after <= monthOf(today) ? link(after, `${monthName(after, language)} ›`) : null}
      <span className="mb-4">
        <PrintButton>{t.print}</PrintButton>
      </span>
    </div>
  );
}

async function ReportMoney({ report }: { report: MonthReport }) {
  const [{ monthReport: t }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const counted = (figure: Figure, n: number) => (figure === "used" ? t.uses : t.orders)(formatCount(n), n);
  const { now, before } = report.lines.total;
  const month = monthName(report.before, language);
  return (
    <MoneyStrip
      id="dinero"
      title={t.moneyTitle}
      cells={figures.map((figure) => ({
        label: t.figures[figure],
        amount: formatPesos(now[figure].amount),
        note: (
          <>
            {counted(figure, now[figure].count)}
            <span className="block">
              {t.beforeIn(month, counted(figure, before[figure].count), formatPesos(before[figure].amount))}
            </span>
          </>
        ),
      }))}
    />
  );
}

export default unlessDown(MonthReportPage);
