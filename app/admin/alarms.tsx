import type { Database } from "@/db/client";
import { listTroubledJobs, type TroubledJob } from "@/db/queries/job-run";
import { shortDateTime } from "@/lib/format/date";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";

type Words = Messages["admin"]["alarms"];

/** What somebody of the caja has to look after now; nothing at all on a good day. */
export async function Alarms({ db }: { db: Database }) {
  const [jobs, { admin }, language] = await Promise.all([
    listTroubledJobs(db),
    currentMessages(),
    currentLanguage(),
  ]);
  const t = admin.alarms;
  const lines = jobs.map((job) => ({ key: job.job, text: jobText(job, t, language) }));
  if (lines.length === 0) return null;
  return (
    <section className="atraso" aria-labelledby="alarmas">
      <h2 id="alarmas">{t.title}</h2>
      <ul>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function jobText({ job, lastOkAt, lastError }: TroubledJob, t: Words, language: Language): string {
  const family = job.split(".")[0] ?? "";
  const name = Object.hasOwn(t.jobs, family) ? t.jobs[family as keyof typeof t.jobs] : t.otherJob;
  const since = lastOkAt ? t.since(shortDateTime(lastOkAt, language)) : t.never;
  return `${name} ${since} ${t.tellSystems(lastError ? `${job}, ${lastError}` : job)}`;
}
