import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { placeParams, readPlace } from "@/app/admin/_orders/list-address";
import { TextField } from "@/components/form/field";
import { FilterForm } from "@/components/form/filter-form";
import { Page } from "@/components/layout/page";
import { Done } from "@/components/ui/done";
import { Pagination } from "@/components/ui/pagination";
import { databaseFor } from "@/db/client";
import {
  type AgreementSort,
  type AgreementTab,
  agreementSorts,
  agreementTabs,
  countAgreements,
  listAgreements,
} from "@/db/queries/agreement";
import { formatCount } from "@/lib/format/money";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { AgreementTable } from "./agreement-table";

const PATH = "/admin/convenios";
const SIZE = 25;
const tabWords: Record<AgreementTab, string> = { all: "", in30: "30", in90: "90", ended: "vencidos" };

/** Names in the address of the sorting. */
const sortWords: Readonly<Record<AgreementSort, string>> = {
  ends: "fin",
  ends_down: "fin-ultimo",
  company: "empresa",
  company_down: "empresa-z",
  number: "numero",
  number_down: "numero-mayor",
};

type Parameter = string | string[] | undefined;
type Query = Partial<Record<"ver" | "q" | "orden" | "tras" | "antes" | "guardado", Parameter>>;

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.agreements.title };
}

/** The convenios by their end: which end within 30 and 90 days, and what hangs on each. */
async function AgreementsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const grant = await requireGrant("agreement.read");
  const db = databaseFor(grant);
  const query = await searchParams;
  const [ver, q] = [queryText(query.ver), queryText(query.q)];
  const tab = agreementTabs.find((each) => tabWords[each] === ver) ?? "all";
  const usual = tab === "ended" ? "ends_down" : "ends";
  const sort = agreementSorts.find((each) => sortWords[each] === queryText(query.orden)) ?? usual;
  const place = readPlace((param) => query[param as keyof Query]);
  const [counts, { rows, count, passed }, { admin, lists }] = await Promise.all([
    countAgreements(db),
    listAgreements(db, { tab, query: q, sort, limit: SIZE, place }),
    currentMessages(),
  ]);
  const t = admin.agreements;
  const kept = { ver: tabWords[tab], q, orden: sort === usual ? "" : sortWords[sort] };
  const at = (change: Record<string, string>) => pathWith(PATH, { ...kept, ...change });
  const sortedBy = (by: AgreementSort) => at({ orden: by === usual ? "" : sortWords[by] });
  const [first, last] = [rows[0], rows.at(-1)];
  const { label, previous, next } = lists.steps.agreements;
  return (
    <Page title={t.title} width="admin">
      {queryText(query.guardado) ? <Done>{t.saved}</Done> : null}
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-6">
        <p className="m-0 tabular-nums lining-nums">{t.lead(counts.all)}</p>
        {can(grant.actor, "agreement.manage") ? (
          <span className="flex flex-wrap gap-x-5">
            <a className="inline-flex min-h-11 items-center" href={`${PATH}/importar`}>
              {t.importFile}
            </a>
            <a className="inline-flex min-h-11 items-center font-bold" href={`${PATH}/nuevo`}>
              {t.add}
            </a>
          </span>
        ) : null}
      </div>
      <div className="mb-1 flex flex-wrap items-end justify-between gap-x-6">
        <nav className="flex flex-wrap gap-x-5" aria-label={t.title}>
          {agreementTabs.map((each) => (
            <a
              key={each}
              className="inline-flex min-h-11 items-center gap-1 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
              href={pathWith(PATH, { ver: tabWords[each] })}
              aria-current={each === tab && q === "" ? "page" : undefined}
            >
              {t.tabs[each]} <b className="tabular-nums lining-nums">{formatCount(counts[each])}</b>
            </a>
          ))}
        </nav>
        <FilterForm
          className="grid min-w-64 flex-1 gap-x-3 sm:max-w-md sm:grid-cols-[1fr_auto] sm:items-end"
          path={PATH}
          submit={t.find}
          inline
        >
          <TextField name="q" label={t.search} defaultValue={q} autoComplete="off" maxLength={100} />
        </FilterForm>
      </div>
      <AgreementTable
        rows={rows}
        caption={q === "" ? t.tabs[tab] : t.found(q)}
        sort={sort}
        sortedBy={sortedBy}
        seesOrders={can(grant.actor, "order.find")}
      />
      {first && last && count > rows.length ? (
        <Pagination
          label={label}
          position={admin.orderList.position(
            formatCount(passed + 1),
            formatCount(passed + rows.length),
            formatCount(count),
          )}
          previous={
            passed > 0 ? { href: at({ [placeParams.before]: first.id }), label: previous } : undefined
          }
          next={
            passed + rows.length < count
              ? { href: at({ [placeParams.after]: last.id }), label: next }
              : undefined
          }
        />
      ) : null}
    </Page>
  );
}

export default unlessDown(AgreementsPage);
