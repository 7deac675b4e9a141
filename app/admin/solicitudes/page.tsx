import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Pages } from "@/components/ui/pages";
import { databaseFor } from "@/db/client";
import { listApplications } from "@/db/queries/provider-application";
import { countRequests, listRequests, type QueueTab } from "@/db/queries/request-queue";
import { ANSWER_WORKING_DAYS, dueDays } from "@/domain/request/rules";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { filterOf, filterWords, listText, QUEUE_PATH, tabWords } from "./address";
import { DecisionDone } from "./decision-done";
import { DeskKeys } from "./desk-keys";
import { QueueTable } from "./queue-table";
import { QueueFilters, QueueTabs } from "./queue-tabs";

type Parameter = string | string[] | undefined;
type Query = {
  hecha?: Parameter;
  estado?: Parameter;
  q?: Parameter;
  pagina?: Parameter;
  ver?: Parameter;
  aplicacion?: Parameter;
};
type Props = { searchParams: Promise<Query> };

const tabs = Object.keys(tabWords) as QueueTab[];

function tabOf({ estado }: Query): QueueTab {
  const state = queryText(estado);
  return tabs.find((tab) => tabWords[tab] === state) ?? "toDecide";
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, { admin }] = await Promise.all([searchParams, currentMessages()]);
  return { title: `${admin.requests.title}: ${admin.requests.tabs[tabOf(query)]}` };
}

async function RequestsPage({ searchParams }: Props) {
  const grant = await requireGrant("request.read");
  const db = databaseFor(grant);
  const query = await searchParams;
  const [tab, q] = [tabOf(query), queryText(query.q)];
  const filter = filterOf(queryText(query.ver));
  const application = queryText(query.aplicacion, 40) || null;
  const days = dueDays(bogotaDay(new Date()));
  const wanted = { tab, query: q, page: queryPage(query.pagina), filter, application };
  const [{ rows, page, pages }, counts, applications, { admin }] = await Promise.all([
    listRequests(db, { ...wanted, dueBefore: days.dueBefore }),
    countRequests(db, days, application),
    listApplications(db),
    currentMessages(),
  ]);
  const t = admin.requests;
  const list = {
    estado: tabWords[tab],
    ver: filter ? filterWords[filter] : "",
    aplicacion: application ?? "",
  };
  const at = (change: Record<string, string>) => pathWith(QUEUE_PATH, { ...list, q, ...change });
  const first = q === "" && tab === "toDecide" && page === 1 ? rows[0] : undefined;
  return (
    <Page title={t.title} width="admin">
      <DecisionDone grant={grant} filingNumber={queryText(query.hecha)} list={listText(query)} />
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-6">
        <p className="m-0 tabular-nums lining-nums">
          {t.promise(counts.overdue, counts.dueToday, ANSWER_WORKING_DAYS)}
        </p>
        {first ? (
          <a
            className="inline-flex min-h-11 items-center font-bold"
            href={pathWith(`${QUEUE_PATH}/${first.filingNumber}`, {
              ver: list.ver,
              aplicacion: list.aplicacion,
            })}
            data-key="Enter"
          >
            {t.first}
          </a>
        ) : null}
      </div>
      <div className="mb-1 flex flex-wrap items-end justify-between gap-x-6">
        <QueueTabs tab={q === "" ? tab : null} counts={counts.tabs} />
        <FilterForm
          className="grid min-w-64 flex-1 gap-x-3 sm:max-w-md sm:grid-cols-[1fr_auto] sm:items-end"
          path={QUEUE_PATH}
          submit={t.find}
          inline
        >
          <TextField name="q" label={t.search} defaultValue={q} autoComplete="off" maxLength={100} />
        </FilterForm>
      </div>
      {q === "" && tab === "toDecide" ? (
        <QueueFilters
          filter={filter}
          counts={counts.filters}
          application={application}
          applications={applications}
          at={at}
        />
      ) : null}
      <QueueTable
        caption={q === "" ? `${t.caption}: ${t.tabs[tab]}` : t.found(q)}
        empty={q !== "" ? t.noMatch : filter || application ? t.nothingLeft : t.empty[tab]}
        tab={q === "" ? tab : null}
        rows={rows}
        list={{ ver: list.ver, aplicacion: list.aplicacion }}
      />
      <Pages of="requests" at={at} page={page} pages={pages} />
      {/* The decision on the last request that waits leads here, and its key takes it back here too. */}
      {can(grant.actor, "request.decide") ? <DeskKeys /> : null}
    </Page>
  );
}

export default unlessDown(RequestsPage);
