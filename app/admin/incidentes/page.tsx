import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { listIncidents } from "@/domain/incident/incidents";
import { shortDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { pathWith, queryText } from "@/lib/http/query";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import type { IncidentKind, IncidentState } from "@/model/incident";

const PATH = "/admin/incidentes";
/** In the address: those that are not reported yet. */
const TO_REPORT = "por-reportar";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).admin.incidents.title };
}

/** The register of incidents with personal data; what is not reported stands first, by its day. */
async function IncidentsPage({ searchParams }: { searchParams: Promise<{ ver?: string | string[] }> }) {
  const grant = await requireGrant("incident.read");
  const open = queryText((await searchParams).ver) === TO_REPORT;
  const [incidents, { admin }] = await Promise.all([listIncidents(grant, { open }), currentMessages()]);
  const t = admin.incidents;
  const today = bogotaDay(new Date());
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <p className="text-hint text-ink-soft">{t.runbook}</p>
      {can(grant.actor, "incident.manage") ? (
        <ButtonLink href="/admin/incidentes/nuevo">{t.add}</ButtonLink>
      ) : null}
      <ChoiceLinks
        label={t.tabsLabel}
        choices={[
          { href: PATH, label: t.all, chosen: !open },
          { href: pathWith(PATH, { ver: TO_REPORT }), label: t.states.open, chosen: open },
        ]}
      />
      <DataTable
        caption={open ? `${t.caption}: ${t.states.open}` : t.caption}
        empty={open ? t.noneOpen : t.empty}
        columns={{
          number: { label: t.number, firm: true },
          kind: t.kind,
          detected: { label: t.detected, firm: true },
          due: { label: t.due, firm: true },
          state: t.state,
          people: { label: t.people, numeric: true },
        }}
        rows={incidents.map((row) => ({
          number: (
            <a className="tabular-nums lining-nums" href={`/admin/incidentes/${row.number}`}>
              {row.number}
            </a>
          ),
          kind: t.kinds[row.kind as IncidentKind],
          detected: <span className="tabular-nums lining-nums">{shortDate(row.detectedOn)}</span>,
          due: (
            <>
              <span className="tabular-nums lining-nums">{shortDate(row.dueOn)}</span>{" "}
              {row.state === "open" && row.dueOn < today ? <Tag signal="stop">{t.overdue}</Tag> : null}
            </>
          ),
          state: t.states[row.state as IncidentState],
          people: row.people === null ? "—" : formatCount(row.people),
        }))}
      />
    </Page>
  );
}

export default unlessDown(IncidentsPage);
