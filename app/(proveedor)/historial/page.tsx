import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { ExportForm } from "@/components/form/export-form";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { FilterChips } from "@/components/ui/filter-chips";
import { PageSizes, Pages } from "@/components/ui/pages";
import { databaseFor } from "@/db/client";
import { listBranches } from "@/db/queries/branch";
import { listHistoryPersons } from "@/db/queries/history";
import { readHistory } from "@/domain/history/read-history";
import { longDate, shortDate } from "@/lib/format/date";
import { pathWith, queryPage } from "@/lib/http/query";
import { readSize, sizeWord } from "@/lib/paging";
import { currentLanguage, currentMessages } from "@/messages";
import { can } from "@/model/access";
import { addDays } from "@/model/calendar";
import { filterParams, filtersOf, paramsOf } from "./address";
import { CajaActs } from "./caja-acts";
import { HistoryDay, totalsLine } from "./history-day";
import { HistoryFiltersForm } from "./history-filters";
import { historyChips, historyChoices } from "./history-words";

const PATH = "/historial";

export async function generateMetadata(): Promise<Metadata> {
  const { history } = await currentMessages();
  return { title: history.title };
}

async function HistoryPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const grant = await requireGrant("history.read");
  const query = await searchParams;
  const filters = filtersOf((param) => query[param]);
  const size = readSize(query.filas);
  const db = databaseFor(grant);
  const [history, persons, branches, { history: t, report, settlement }, language] = await Promise.all([
    readHistory(grant, { filters, size, page: queryPage(query.pagina) }),
    listHistoryPersons(db, grant),
    listBranches(db, grant),
    currentMessages(),
    currentLanguage(),
  ]);
  const filas = sizeWord(size);
  const hidden: Record<string, string> = filas ? { filas } : {};
  const at = (change: Record<string, string>) =>
    pathWith(PATH, { ...paramsOf(filters), ...hidden, ...change });
  const choices = historyChoices(t, persons, branches);
  const chips = historyChips(filters, t, choices, (name) => at({ [filterParams[name]]: "" }));
  const titleOf = (day: string) => {
    if (day === history.today) return t.today(longDate(day, language));
    return day === addDays(history.today, -1)
      ? t.yesterday(longDate(day, language))
      : longDate(day, language);
  };
  const { page, pages, totals } = history;
  return (
    <Page title={t.title}>
      <p>{t.intro}</p>
      <p className="mb-1 flex flex-wrap gap-x-5 *:inline-flex *:min-h-11 *:items-center">
        {can(grant.actor, "history.export") ? (
          <a className="font-bold" href="/historial/relacion">
            {settlement.ownLink}
          </a>
        ) : null}
        {can(grant.actor, "report.file") ? <a href="/novedades">{report.listTitle}</a> : null}
      </p>
      <HistoryFiltersForm path={PATH} filters={filters} choices={choices} hidden={hidden} />
      <FilterChips chips={chips} allHref={pathWith(PATH, hidden)} />
      {totals.entries > 0 ? (
        <p role="status">
          {t.period(shortDate(history.from), shortDate(history.to))}:{" "}
          <b className="tabular-nums lining-nums">{totalsLine(totals, t)}</b>
        </p>
      ) : (
        <Empty
          title={chips.length > 0 ? t.none : t.empty}
          action={
            chips.length > 0 ? undefined : (
              <ButtonLink href="/consultar" variant="outline">
                {t.toLookUp}
              </ButtonLink>
            )
          }
        >
          <p>{chips.length > 0 ? t.noneText : t.emptyText}</p>
        </Empty>
      )}
      {history.days.map((day) => (
        <HistoryDay key={day.day} day={day} title={titleOf(day.day)} />
      ))}
      <Pages of="history" at={at} page={page} pages={pages} />
      {totals.entries > 0 ? <PageSizes at={at} size={size} /> : null}
      {totals.entries > 0 && can(grant.actor, "history.export") ? (
        <ExportForm
          of="history"
          action="/historial/exportar"
          filters={{ ...paramsOf(filters), provider: grant.actor.provider.id }}
        />
      ) : null}
      <CajaActs grant={grant} />
    </Page>
  );
}

export default unlessDown(HistoryPage);
