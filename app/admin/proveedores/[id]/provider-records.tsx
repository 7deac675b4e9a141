import { StateTag } from "@/app/admin/request-state-tag";
import { DataTable } from "@/components/ui/table";
import type { ProviderFile } from "@/domain/provider/file";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { isAuditAction } from "@/model/audit-action";
import { bogotaDay, daysBetween } from "@/model/calendar";

/** A provider's people, places, papers, requests, reports and history. */
export async function ProviderRecords({ file, actor }: { file: ProviderFile; actor: CajaActor }) {
  const [{ admin, account, requests, settlement }, language] = await Promise.all([
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.providers;
  const link = (href: string, text: string, mayOpen: boolean) => (mayOpen ? <a href={href}>{text}</a> : text);
  const readsRequests = can(actor, "request.read");
  const age = (day: Date) => {
    const days = daysBetween(bogotaDay(day), file.month.to);
    return `${shortDate(day)}, ${t.days(formatCount(days), days === 1)}`;
  };
  return (
    <>
      <DataTable
        caption={t.team}
        empty={t.nobody}
        columns={{
          name: t.person,
          role: t.role,
          email: t.email,
          since: { label: t.memberSince, firm: true },
        }}
        rows={file.team.map(({ name, role, email, since }) => ({
          name,
          role: account.team.roles[role],
          email,
          since: shortDate(since),
        }))}
      />
      <DataTable
        caption={t.places}
        empty={t.noPlaces}
        columns={{
          name: t.place,
          counters: { label: t.counters, numeric: true },
          uses: { label: t.monthUses, numeric: true },
          amount: { label: t.monthAmount, numeric: true },
        }}
        rows={file.places.map(({ name, counters, uses, amount }) => ({
          name,
          counters: formatCount(counters),
          uses: settlement.uses(formatCount(uses), uses === 1),
          amount: formatPesos(amount),
        }))}
      />
      <DataTable
        caption={t.documents}
        empty={t.noDocuments}
        columns={{ kind: t.document, age: t.age, request: t.requests }}
        rows={file.documents.map(({ kind, uploadedAt, filingNumber }) => ({
          kind: requests.documents[kind],
          age: age(uploadedAt),
          request: link(`/admin/solicitudes/${filingNumber}`, filingNumber, readsRequests),
        }))}
      />
      <DataTable
        caption={t.requests}
        empty={t.noRequests}
        columns={{ number: t.requests, state: t.standing, at: { label: t.age, firm: true } }}
        rows={file.requests.map(({ filingNumber, state, filedAt }) => ({
          number: link(`/admin/solicitudes/${filingNumber}`, filingNumber, readsRequests),
          state: <StateTag state={state} />,
          at: shortDate(filedAt),
        }))}
      />
      <DataTable
        caption={t.reports}
        empty={t.noReports}
        columns={{ folio: t.reports, state: t.standing, at: { label: t.age, firm: true } }}
        rows={file.reports.map(({ folio, filedAt, decidedAt }) => ({
          folio: link(`/admin/novedades/${folio}`, folio, can(actor, "report.read")),
          state: decidedAt ? t.reportClosed : t.reportOpen,
          at: shortDate(filedAt),
        }))}
      />
      <h2>{t.history}</h2>
      <ul>
        {file.history.map(({ at, action, actor: who, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows come finished from the server and are not moved
          <li key={index}>
            <b>{isAuditAction(action) ? admin.audit.actions[action] : action}</b>,{" "}
            {shortDateTime(at, language)}
            {who ? `, ${who}` : ""}
            {reason ? `: ${reason}` : ""}
          </li>
        ))}
      </ul>
    </>
  );
}
