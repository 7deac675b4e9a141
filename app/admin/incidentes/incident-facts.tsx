import { SummaryList, type SummaryRow } from "@/components/ui/summary-list";
import type { Incident } from "@/domain/incident/incidents";
import { dateTime, longDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";

/** Everything that is known of an incident, in the order of the SIC's form. */
export async function IncidentFacts({ incident, first = [] }: { incident: Incident; first?: SummaryRow[] }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.incidents;
  const day = (on: string | null) => (on === null ? t.unknown : longDate(on, language));
  const lines = (text: string) => <span className="whitespace-pre-line">{text || "—"}</span>;
  return (
    <SummaryList
      rows={[
        ...first,
        { label: t.kind, value: <b>{t.kinds[incident.kind]}</b> },
        { label: t.happened, value: day(incident.happenedOn) },
        { label: t.detected, value: day(incident.detectedOn) },
        { label: t.known, value: day(incident.knownOn) },
        { label: t.cause, value: lines(incident.cause) },
        { label: t.data, value: incident.data.map((kind) => t.dataKinds[kind]).join(", ") },
        { label: t.people, value: incident.people === null ? t.unknown : formatCount(incident.people) },
        { label: t.what, value: lines(incident.happened) },
        { label: t.measures, value: lines(incident.measures) },
        { label: t.notice, value: lines(incident.notice || t.notNoticed) },
        { label: t.state, value: t.states[incident.state] },
        { label: t.due, value: day(incident.dueOn) },
        ...(incident.reportedOn ? [{ label: t.reported, value: day(incident.reportedOn) }] : []),
        ...(incident.sicNumber ? [{ label: t.sicNumber, value: incident.sicNumber }] : []),
        { label: t.by, value: `${incident.createdBy}, ${dateTime(incident.createdAt, language)}` },
      ]}
    />
  );
}
