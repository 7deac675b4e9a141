import { ClaimMark } from "@/app/admin/claim-note";
import { StateTag } from "@/app/admin/request-state-tag";
import { emptyClass } from "@/components/ui/empty";
import { DataTable } from "@/components/ui/table";
import { SignalWord } from "@/components/ui/tag";
import { Timeline } from "@/components/ui/timeline";
import { lookupCode } from "@/domain/lookup/lookup-code";
import type { ProviderFile } from "@/domain/provider/file";
import { claimsOfPeople } from "@/domain/rights/claims";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount, formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { type CajaActor, can } from "@/model/access";
import { isAuditAction } from "@/model/audit-action";
import { bogotaDay, daysBetween } from "@/model/calendar";

/** A provider's people, places, papers, requests, reports and history. */
export async function ProviderRecords({ file, actor }: { file: ProviderFile; actor: CajaActor }) {
  const [{ admin, account, proof, settlement }, language, claims] = await Promise.all([
    currentMessages(),
    currentLanguage(),
    claimsOfPeople(
      actor,
      file.team.map(({ id }) => id),
    ),
  ]);
  const t = admin.providers;
  const link = (href: string, text: string, mayOpen: boolean) => (mayOpen ? <a href={href}>{text}</a> : text);
  const outcomes: Readonly<Record<string, string>> = { ...proof.outcomes, ...admin.orders.standings };
  const readsRequests = can(actor, "request.read");
  const age = (day: Date) => {
    const days = daysBetween(bogotaDay(day), file.month.to);
    return `${shortDate(day)}, ${t.days(formatCount(days), days === 1)}`;
  };
  return (
    <>
      <div id="personas">
        <DataTable
          caption={t.team}
          empty={t.nobody}
          columns={{
            name: t.person,
            role: t.role,
            since: { label: t.memberSince, firm: true },
            seen: { label: t.lastSeen, firm: true },
          }}
          rows={file.team.map(({ id, name, role, email, since, lastSeenAt }) => ({
            name: (
              <>
                {name}
                <ClaimMark actor={actor} claims={claims(id)} />
                <span className="block wrap-anywhere text-sm">{email}</span>
              </>
            ),
            role: account.team.roles[role],
            since: shortDate(since),
            seen: lastSeenAt ? shortDate(lastSeenAt) : t.neverSeen,
          }))}
        />
        {file.named ? <p>{t.ownerWaits(file.named.name, shortDate(file.named.namedAt))}</p> : null}
        {can(actor, "people.manage") ? (
          <p className="print:hidden">
            <a
              className="inline-flex min-h-11 items-center"
              href={`/admin/proveedores/${file.provider.id}/segundo-factor`}
            >
              {admin.people.reset.holdersLink}
            </a>
          </p>
        ) : null}
        {can(actor, "provider.manage") ? (
          <p className="print:hidden">
            <a
              className="inline-flex min-h-11 items-center"
              href={`/admin/proveedores/${file.provider.id}/dueno`}
            >
              {t.ownerLink}
            </a>{" "}
            {file.team.length > 0 ? (
              <a
                className="inline-flex min-h-11 items-center"
                href={`/admin/proveedores/${file.provider.id}/acceso`}
              >
                {t.accessLink}
              </a>
            ) : null}
          </p>
        ) : null}
      </div>
      <div id="establecimientos">
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
      </div>
      <div id="documentos">
        <DataTable
          caption={t.documents}
          empty={t.noDocuments}
          columns={{ kind: t.document, age: t.age, request: t.filingNumber }}
          rows={file.documents.map(({ name, uploadedAt, filingNumber, toRenew }) => ({
            kind: name,
            age: toRenew ? (
              <>
                {age(uploadedAt)} <SignalWord signal="warn">{t.toRenewMark}</SignalWord>
              </>
            ) : (
              age(uploadedAt)
            ),
            request: link(`/admin/solicitudes/${filingNumber}`, filingNumber, readsRequests),
          }))}
        />
      </div>
      <div id="solicitudes">
        <DataTable
          caption={t.requests}
          empty={t.noRequests}
          columns={{ number: t.filingNumber, state: t.standing, at: { label: t.age, firm: true } }}
          rows={file.requests.map(({ filingNumber, state, filedAt }) => ({
            number: link(`/admin/solicitudes/${filingNumber}`, filingNumber, readsRequests),
            state: <StateTag state={state} />,
            at: shortDate(filedAt),
          }))}
        />
      </div>
      <div id="novedades">
        <DataTable
          caption={t.reports}
          empty={t.noReports}
          columns={{ folio: t.folio, state: t.standing, at: { label: t.age, firm: true } }}
          rows={file.reports.map(({ folio, filedAt, decidedAt, withdrawnAt }) => ({
            folio: link(`/admin/novedades/${folio}`, folio, can(actor, "report.read")),
            state: withdrawnAt ? admin.reports.withdrawn : decidedAt ? t.reportClosed : t.reportOpen,
            at: shortDate(filedAt),
          }))}
        />
      </div>
      {file.lastLookups ? (
        <div id="consultas">
          <DataTable
            caption={t.lastLookups}
            empty={t.noLookups}
            columns={{
              at: { label: t.askedAt, firm: true },
              number: t.number,
              outcome: t.outcome,
              person: t.person,
            }}
            rows={file.lastLookups.map(({ id, askedAt, outcome, number, person }) => ({
              at: (
                <a href={`/admin/consultas?codigo=${lookupCode(id)}`}>{shortDateTime(askedAt, language)}</a>
              ),
              number: number || "—",
              outcome: outcomes[outcome] ?? outcome,
              person,
            }))}
          />
        </div>
      ) : null}
      <section aria-labelledby="historia">
        <h2 className="mt-0 text-base font-bold" id="historia">
          {t.history}
        </h2>
        {file.history.length === 0 ? <p className={emptyClass}>{t.noHistory}</p> : null}
        <Timeline
          items={file.history.map(({ at, action, actor: who, reason }) => ({
            title: isAuditAction(action) ? admin.audit.actions[action] : action,
            when: shortDateTime(at, language),
            by: who ?? undefined,
            note: reason ?? undefined,
          }))}
        />
      </section>
    </>
  );
}
