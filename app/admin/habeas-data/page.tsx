import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Pages } from "@/components/ui/pages";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type ListedRights, listRightsRequests, type RightsTab, rightsTabs } from "@/domain/rights/desk";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { pathWith, queryPage, queryText } from "@/lib/http/query";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { bogotaDay } from "@/model/calendar";

const PATH = "/admin/habeas-data";
/** What of the requests is listed, as an address says it; of those to answer it says nothing. */
const tabWords: Readonly<Record<RightsTab, string>> = {
  waiting: "",
  incomplete: "esperan",
  closed: "cerradas",
};
type Query = { ver?: string | string[]; pagina?: string | string[] };
type Props = { searchParams: Promise<Query> };

const tabOf = ({ ver }: Query): RightsTab =>
  rightsTabs.find((tab) => tabWords[tab] === queryText(ver)) ?? "waiting";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, { admin }] = await Promise.all([searchParams, currentMessages()]);
  const { title, tabs } = admin.rights;
  return { title: `${title}: ${tabs[tabOf(query)]}` };
}

/** What people ask about their own data, the nearest legal day first. */
async function RightsPage({ searchParams }: Props) {
  const grant = await requireGrant("rights.read");
  const query = await searchParams;
  const [tab, page] = [tabOf(query), queryPage(query.pagina)];
  const [{ rows, more }, { admin }, language] = await Promise.all([
    listRightsRequests(grant, { tab, page }),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.rights;
  const at = (change: Record<string, string>) => pathWith(PATH, { ver: tabWords[tab], ...change });
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <ChoiceLinks
        label={t.tabsLabel}
        choices={rightsTabs.map((name) => ({
          href: pathWith(PATH, { ver: tabWords[name] }),
          label: t.tabs[name],
          chosen: name === tab,
        }))}
      />
      <DataTable
        caption={t.tabs[tab]}
        empty={t.empty[tab]}
        columns={{
          number: { label: t.number, firm: true },
          kind: t.kind,
          asker: t.asker,
          when: { label: tab === "closed" ? t.closed : t.due, firm: true },
          state: t.state,
        }}
        rows={rows.map((row) => rowOf(row, t, language))}
      />
      <Pages of="rights" at={at} page={page} pages={more ? page + 1 : page} />
    </Page>
  );
}

export default unlessDown(RightsPage);

const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;

function rowOf(row: ListedRights, t: Messages["admin"]["rights"], language: Language) {
  const day = row.missingUntil ?? row.dueOn;
  const late = row.closedAt === null && bogotaDay(new Date()) > day;
  return {
    number: (
      <a className="tabular-nums lining-nums whitespace-nowrap" href={`${PATH}/${row.number}`}>
        {row.number}
      </a>
    ),
    kind: wordOf(t.kinds, row.kind),
    asker: wordOf(t.askers, row.asker),
    when: (
      <>
        <span className="tabular-nums lining-nums">
          {row.closedAt ? shortDateTime(row.closedAt, language) : shortDate(day)}
        </span>{" "}
        {late ? <Tag signal="stop">{t.overdue}</Tag> : null}
      </>
    ),
    state: (
      <>
        {row.result ? wordOf(t.results, row.result) : wordOf(t.states, row.state)}
        {row.isExtended && !row.closedAt ? ` (${t.extended})` : ""}
        {row.hasMailbox || row.closedAt ? null : <p className="m-0 text-hint text-ink-soft">{t.noMailbox}</p>}
      </>
    ),
  };
}
