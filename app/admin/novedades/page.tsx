import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { DESK_PAGE, type DeskReport, deskTabs, listReports } from "@/db/queries/report-desk";
import { countWaitingUndos } from "@/domain/use/decide-undo";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { authorize, can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { reviewDay } from "@/model/report";
import { patternsOf } from "./patterns";

const PATH = "/admin/novedades";
type Query = { estado?: string | string[]; pagina?: string | string[] };
type Props = { searchParams: Promise<Query> };

const tabOf = ({ estado }: Query) => deskTabs.find((tab) => tab === queryText(estado)) ?? "por-revisar";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, { admin }] = await Promise.all([searchParams, currentMessages()]);
  return { title: `${admin.reports.title}: ${admin.reports.tabs[tabOf(query)]}` };
}

async function ReportsPage({ searchParams }: Props) {
  const grant = await requireGrant("report.read");
  const query = await searchParams;
  const [tab, page] = [tabOf(query), queryPage(query.pagina)];
  const undoes = can(grant.actor, "undo.read");
  const [{ rows, total }, undos, messages, language] = await Promise.all([
    listReports(databaseFor(grant), grant, { tab, page }),
    undoes ? countWaitingUndos(authorize(grant.actor, "undo.read")) : 0,
    currentMessages(),
    currentLanguage(),
  ]);
  const t = messages.admin.reports;
  const pages = Math.max(1, Math.ceil(total / DESK_PAGE));
  const at = (change: Record<string, string>) => pathWith(PATH, { estado: tab, ...change });
  const open = tab === "por-revisar";
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <ChoiceLinks
        label={t.tabsLabel}
        choices={deskTabs.map((name) => ({
          href: pathWith(PATH, { estado: name }),
          label: t.tabs[name],
          chosen: name === tab,
        }))}
      />
      {undoes ? (
        <p>
          <a className="inline-flex min-h-11 items-center" href={`${PATH}/anulaciones`}>
            {t.undos(formatCount(undos))}
          </a>
        </p>
      ) : null}
      <DataTable
        caption={t.tabs[tab]}
        empty={t.empty[tab]}
        columns={{
          folio: t.folio,
          provider: t.provider,
          reason: t.reason,
          order: t.order,
          when: open ? t.deadline : t.closed,
          state: open ? t.pattern : t.outcome,
        }}
        rows={rows.map((row) => rowOf(row, open, messages, language))}
      />
      <Pages of="reports" at={at} page={page} pages={pages} />
    </Page>
  );
}

export default unlessDown(ReportsPage);

function rowOf(row: DeskReport, open: boolean, { admin, report }: Messages, language: Language) {
  const t = admin.reports;
  const day = reviewDay(row.filedAt);
  const late = bogotaDay(new Date()) > day;
  const patterns = patternsOf(row, t);
  return {
    folio: (
      <a className="tabular-nums lining-nums" href={`${PATH}/${row.folio}`}>
        {row.folio}
      </a>
    ),
    provider: row.providerName,
    reason: report.reasons[row.reason],
    order: (
      <>
        <span className="tabular-nums lining-nums">{row.number || "—"}</span>{" "}
        {open && row.putInReview ? <Tag signal="warn">{t.inReview}</Tag> : null}
      </>
    ),
    when: open ? (
      <>
        <span className="tabular-nums lining-nums">{shortDate(day)}</span>{" "}
        {late ? <Tag signal="stop">{t.overdue}</Tag> : null}
      </>
    ) : (
      <span className="tabular-nums lining-nums">
        {row.decidedAt ? shortDateTime(row.decidedAt, language) : ""}
      </span>
    ),
    state: open
      ? patterns.length > 0
        ? patterns.map((line) => <p key={line}>{line}</p>)
        : "—"
      : row.outcome
        ? t.outcomes[row.outcome].label
        : "",
  };
}
