import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { listIncidents } from "@/domain/incident/incidents";
import { shortDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentMessages } from "@/messages";
import { can } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import type { IncidentKind, IncidentState } from "@/model/incident";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentMessages()).admin.incidents.title };
}

/** The register of incidents with personal data; what is not reported stands first, by its day. */
async function IncidentsPage() {
  const grant = await requireGrant("incident.read");
  const [incidents, { admin }] = await Promise.all([listIncidents(grant), currentMessages()]);
  const t = admin.incidents;
  const today = bogotaDay(new Date());
  return (
    <Page title={t.title} width="admin">
      <p>{t.intro}</p>
      <p className="text-hint text-ink-soft">{t.runbook}</p>
      {can(grant.actor, "incident.manage") ? (
        <ButtonLink href="/admin/incidentes/nuevo">{t.add}</ButtonLink>
      ) : null}
      <DataTable
        caption={t.caption}
        empty={t.empty}
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
