import { verdictName } from "@/components/order/verdict-name";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import type { readReport } from "@/domain/report/read-report";
import { dateTime, longDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { reviewDay } from "@/model/report";

type ReportDetails = NonNullable<Awaited<ReturnType<typeof readReport>>>;

/** What the merchant says, with its photo. */
export async function SaidSection({ report: told }: { report: ReportDetails }) {
  const [messages, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { admin, compare, report } = messages;
  const t = admin.reports;
  const photo = `/admin/novedades/${told.folio}/foto`;
  return (
    <section aria-labelledby="dicho">
      <h2 id="dicho">{t.said}</h2>
      <SummaryList
        rows={[
          { label: t.reason, value: <b>{report.reasons[told.reason]}</b> },
          {
            label: t.words,
            value: <span className="whitespace-pre-line">{told.words ?? t.noWords}</span>,
          },
          ...(told.differing.length > 0
            ? [{ label: t.differs, value: told.differing.map((row) => compare.rows[row]).join(", ") }]
            : []),
          ...(told.paperValue !== null ? [{ label: t.paperSays, value: formatPesos(told.paperValue) }] : []),
          ...(told.putInReview
            ? [{ label: report.state, value: <Tag signal="warn">{t.inReview}</Tag> }]
            : []),
          { label: t.provider, value: told.providerName },
          { label: t.reporter, value: told.reporter },
          { label: t.verdict, value: verdictName(told.verdict, messages) },
          { label: t.asked, value: dateTime(told.askedAt, language) },
          { label: t.filed, value: dateTime(told.filedAt, language) },
          ...(told.outcome
            ? []
            : [{ label: t.deadline, value: longDate(reviewDay(told.filedAt), language) }]),
        ]}
      />
      {told.hasPhoto ? (
        <figure className="my-4">
          <figcaption>{t.photo}</figcaption>
          <a href={photo} target="_blank" rel="noopener">
            {/* biome-ignore lint/performance/noImgElement: it is personal data, no optimiser may keep it */}
            <img
              className="mt-[0.35rem] h-auto max-h-[70vh] max-w-full border-2 border-line"
              src={photo}
              alt={t.photoAlt(told.folio)}
              loading="lazy"
            />
          </a>
        </figure>
      ) : (
        <p className="text-hint text-ink-soft">{t.noPhoto}</p>
      )}
    </section>
  );
}
