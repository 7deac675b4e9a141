import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { databaseFor } from "@/db/client";
import { listRequests, QUEUE_PAGE, type QueueTab } from "@/db/queries/request-queue";
import { shortDateTime } from "@/lib/format/date";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages } from "@/messages";
import { formatNit } from "@/model/identity/format";
import { tabWords } from "./address";
import { StateTag } from "./state-tag";

const PATH = "/admin/solicitudes";
type Query = { estado?: string | string[]; q?: string | string[]; pagina?: string | string[] };
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
  const query = await searchParams;
  const tab = tabOf(query);
  const q = queryText(query.q);
  const page = queryPage(query.pagina);
  const [{ rows, total }, { admin }, language] = await Promise.all([
    listRequests(databaseFor(grant), { tab, query: q, page }),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.requests;
  const pages = Math.max(1, Math.ceil(total / QUEUE_PAGE));
  const at = (change: Record<string, string>) => pathWith(PATH, { estado: tabWords[tab], q, ...change });
  return (
    <Page title={t.title} width="admin">
      <nav aria-label={t.tabsLabel}>
        <ul className="mb-4 flex flex-wrap gap-x-6">
          {tabs.map((name) => (
            <li key={name}>
              <a
                className="inline-flex min-h-11 items-center aria-[current]:font-bold aria-[current]:no-underline"
                href={pathWith(PATH, { estado: tabWords[name], q })}
                aria-current={name === tab ? "page" : undefined}
              >
                {t.tabs[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterForm
        className="mb-4 grid max-w-2xl gap-x-4 sm:grid-cols-[1fr_auto] sm:items-end"
        path={PATH}
        hidden={{ estado: tabWords[tab] }}
        submit={t.find}
        inline
      >
        <TextField name="q" label={t.search} defaultValue={q} autoComplete="off" maxLength={100} />
      </FilterForm>
      <DataTable
        caption={`${t.caption}: ${t.tabs[tab]}`}
        empty={q ? t.noMatch : t.empty[tab]}
        columns={{
          filingNumber: t.filingNumber,
          legalName: t.legalName,
          nit: t.nit,
          when: tab === "toDecide" ? t.sent : t.decided,
          state: t.state,
        }}
        rows={rows.map((request) => ({
          filingNumber: (
            <a className="tabular-nums lining-nums" href={`${PATH}/${request.filingNumber}`}>
              {request.filingNumber}
            </a>
          ),
          legalName: request.legalName,
          nit: <span className="tabular-nums lining-nums">{formatNit(request.nit, request.checkDigit)}</span>,
          when: shortDateTime(
            tab === "toDecide" ? request.submittedAt : (request.decidedAt ?? request.submittedAt),
            language,
          ),
          state: <StateTag state={request.state} />,
        }))}
      />
      <Pages of="requests" at={at} page={page} pages={pages} />
    </Page>
  );
}

export default unlessDown(RequestsPage);
