import type { TroubledJob } from "@/db/queries/job-run";
import type { MissAlert } from "@/db/queries/lookup-miss-alert";
import type { Alarms as AlarmsToShow, LostMail } from "@/domain/caja/alarms";
import { shortDate, shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { overdue } from "./overdue";

type Words = Messages["admin"]["alarms"];

/** Current alarms; empty without any. */
export async function Alarms({ alarms: { jobs, mails, misses, key, renewals } }: { alarms: AlarmsToShow }) {
  const [{ admin }, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const t = admin.alarms;
  return (
    <section className={`mb-4 min-w-0 self-start ${overdue}`} aria-labelledby="alarmas">
      <h2 className="mt-0" id="alarmas">
        {t.title}
      </h2>
      {key ? (
        <p>
          {t.key(key.id, key.activatedAt ? shortDate(key.activatedAt) : "")}{" "}
          <a href="/admin/ajustes/llaves">{t.seeKeys}</a>
        </p>
      ) : null}
      {renewals ? (
        <p>
          {t.renewals(renewals.providers, shortDate(renewals.since))}{" "}
          <a href="/admin/proveedores?estado=to_renew">{t.seeRenewals}</a>
        </p>
      ) : null}
      <List of={jobs.map((job) => ({ key: job.job, text: jobText(job, t, language) }))} />
      {mails.length > 0 ? (
        <>
          <h3 id="correos-perdidos">{t.mails}</h3>
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

function mailText({ about, number, to, givenUpAt, error }: LostMail, t: Words, language: Language): string {
  const name = about ? t.mailAbout[about] : t.otherMail;
  const what = number ? t.mailNumber(name, number) : name;
  return t.mail(what, to ?? t.unknownAddress, shortDateTime(givenUpAt, language), error ?? "");
}

function missText(
  { subject, misses, raisedAt, providers, name }: MissAlert,
  t: Words,
  language: Language,
): string {
  return t.miss(
    misses,
    subject === "order" && name === null ? t.missOfNoOrder : t.missSubjects[subject](name ?? ""),
    shortDateTime(raisedAt, language),
    providers.join(", "),
  );
}
