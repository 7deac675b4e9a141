import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { unlessDown } from "@/app/_server/http/unless-down";
import { Page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { Done } from "@/components/ui/done";
import { DataTable } from "@/components/ui/table";
import { SignalShape } from "@/components/ui/tag";
import { databaseFor } from "@/db/client";
import { findFactorWait } from "@/db/queries/caja-settings";
import { type Official, readOfficials } from "@/domain/caja/people";
import { factorWaits } from "@/domain/caja/schema";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { formatCount } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { can } from "@/model/access";
import { overdue } from "../overdue";
import { PhoneFold } from "../phone-fold";
import { PowersTable } from "./powers-table";
import { WaitForm } from "./wait-form";

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await currentMessages();
  return { title: admin.people.title };
}

async function PeoplePage({ searchParams }: { searchParams: Promise<{ guardado?: string | string[] }> }) {
  const grant = await requireGrant("people.read");
  const [officials, wait, { guardado }, { admin }, language] = await Promise.all([
    readOfficials(grant, new Date()),
    findFactorWait(databaseFor(grant)),
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.people;
  const manages = can(grant.actor, "people.manage");
  const having = (standing: Official["standing"]) =>
    officials.filter((official) => official.standing === standing);
  const active = having("active");
  const alone = active.filter(({ role }) => role === "administrator").length < 2;
  return (
    <Page title={t.title} width="admin">
      {guardado === "espera" ? <Done>{t.wait.saved}</Done> : null}
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="m-0">{t.count(formatCount(active.length), formatCount(having("invited").length))}</p>
        {manages ? <ButtonLink href="/admin/personas/invitar">{t.invite}</ButtonLink> : null}
      </div>
      {manages && alone ? (
        <div className={`mb-4 ${overdue}`}>
          <p>{t.alone}</p>
        </div>
      ) : null}
      {active
        .filter(({ idleDays }) => idleDays !== null)
        .map(({ personId, name, idleDays }) => (
          <div key={personId} className={`mb-4 ${overdue}`}>
            <p>
              <b>{t.idle(name, formatCount(idleDays ?? 0))}</b> {t.idleAdvice}
            </p>
          </div>
        ))}
      <DataTable
        caption={t.caption}
        empty={t.empty}
        columns={{
          person: t.person,
          role: t.role,
          standing: t.standing,
          sessions: { label: t.sessions, numeric: true },
          entered: { label: t.entered, firm: true },
        }}
        rows={officials.map((official) => ({
          person: (
            <>
              {manages ? <a href={`/admin/personas/${official.personId}`}>{official.name}</a> : official.name}{" "}
              {official.personId === grant.actor.personId ? t.you : null}
              <span className="block text-hint text-ink-soft">{official.email}</span>
            </>
          ),
          role: t.roles[official.role],
          standing: <Standing official={official} t={t} />,
          sessions: official.sessions > 0 ? formatCount(official.sessions) : "—",
          entered: official.lastEnteredAt ? shortDateTime(official.lastEnteredAt, language) : t.never,
        }))}
      />
      <PhoneFold title={t.matrix}>
        <PowersTable t={t} />
      </PhoneFold>
      <h2>{t.wait.title}</h2>
      <p>
        {t.wait.text} {t.wait.now(spanOf(t, wait.minutes))}
      </p>
      {manages ? (
        <WaitForm
          known={{ version: wait.version, minutes: String(wait.minutes) }}
          options={factorWaits.map((minutes) => ({ value: String(minutes), label: spanOf(t, minutes) }))}
        />
      ) : null}
    </Page>
  );
}

export default unlessDown(PeoplePage);

/** How long that is in words; a number of before that is not offered any more, in minutes. */
function spanOf(t: Messages["admin"]["people"], minutes: number): string {
  const spans: Readonly<Record<number, string>> = t.wait.spans;
  return spans[minutes] ?? `${formatCount(minutes)} min`;
}

/** Whether the person may enter, in shape and word. */
function Standing({ official, t }: { official: Official; t: Messages["admin"]["people"] }) {
  const { standing, endedAt, invitedAt } = official;
  const signal = { active: "go", invited: "info", ended: "plain" } as const;
  const words = {
    active: t.standings.active,
    invited: t.standings.invited(shortDate(invitedAt)),
    ended: t.standings.ended(shortDate(endedAt ?? invitedAt)),
  };
  return (
    <span className="inline-flex items-center gap-2">
      <SignalShape signal={signal[standing]} size="size-3.5" />
      {words[standing]}
    </span>
  );
}
