import type { Database } from "@/db/client";
import type { TroubledJob } from "@/db/queries/job-run";
import type { MissAlert } from "@/db/queries/lookup-miss-alert";
import { type LostMail, readAlarms } from "@/domain/caja/alarms";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { overdue } from "./overdue";

type Words = Messages["admin"]["alarms"];

/** Current alarms; empty without any. */
export async function Alarms({ db }: { db: Database }) {
  const [{ jobs, mails, misses }, { admin }, language] = await Promise.all([
    readAlarms(db),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.alarms;
  if (jobs.length + mails.length + misses.length === 0) return null;
  return (
    <section className={overdue} aria-labelledby="alarmas">
      <h2 id="alarmas">{t.title}</h2>
      <List of={jobs.map((job) => ({ key: job.job, text: jobText(job, t, language) }))} />
      {mails.length > 0 ? (
        <>
          <h3>{t.mails}</h3>
          <p>{t.mailsAdvice}</p>
          <List of={mails.map((mail) => ({ key: mail.id, text: mailText(mail, t, language) }))} />
        </>
      ) : null}
      {misses.length > 0 ? (
        <>
          <h3>{t.misses}</h3>
          <p>{t.missesAdvice}</p>
          <List
            of={misses.map((alert) => ({
              key: `${alert.subject} ${alert.name} ${alert.raisedAt.toISOString()}`,
              text: missText(alert, t, language),
              href: alert.orderId ? `/admin/ordenes/${alert.orderId}` : undefined,
              link: t.seeOrder,
            }))}
          />
        </>
      ) : null}
    </section>
  );
}

function List({ of: lines }: { of: { key: string; text: string; href?: string; link?: string }[] }) {
  return (
    <ul>
      {lines.map(({ key, text, href, link }) => (
        <li key={key}>
          {text} {href ? <a href={href}>{link}</a> : null}
        </li>
      ))}
    </ul>
  );
}

function jobText({ job, lastOkAt, lastError }: TroubledJob, t: Words, language: Language): string {
  const family = job.split(".")[0] ?? "";
  const name = Object.hasOwn(t.jobs, family) ? t.jobs[family as keyof typeof t.jobs] : t.otherJob;
  const since = lastOkAt ? t.since(shortDateTime(lastOkAt, language)) : t.never;
  return `${name} ${since} ${t.tellSystems(lastError ? `${job}, ${lastError}` : job)}`;
}

function mailText({ about, to, givenUpAt, error }: LostMail, t: Words, language: Language): string {
  const name = Object.hasOwn(t.mailAbout, about)
    ? t.mailAbout[about as keyof typeof t.mailAbout]
    : t.otherMail;
  return t.mail(name, to ?? t.unknownAddress, shortDateTime(givenUpAt, language), error ?? "");
}

function missText(
  { subject, misses, raisedAt, providers, name }: MissAlert,
  t: Words,
  language: Language,
): string {
  return t.miss(
    misses,
    t.missSubjects[subject](name ?? ""),
    shortDateTime(raisedAt, language),
    providers.join(", "),
  );
}
