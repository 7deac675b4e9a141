import { verdictName } from "@/components/order/verdict-name";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import type { readReport } from "@/domain/report/read-report";
import { dateTime, longDate } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages } from "@/messages";
import { reviewDay } from "@/model/report";

type ReportDetails = NonNullable<Awaited<ReturnType<typeof readReport>>>;

/** The merchant's report, with its photo. */
export async function ReportSection({ report: filed }: { report: ReportDetails }) {
  const [messages, language] = await Promise.all([currentMessages(), currentLanguage()]);
  const { admin, compare, report } = messages;
  const t = admin.reports;
  const photo = `/admin/novedades/${filed.folio}/foto`;
  return (
    <section aria-labelledby="dicho">
      <h2 id="dicho">{t.reported}</h2>
      <SummaryList
        rows={[
          ...(filed.orderId === null && filed.number !== ""
            ? [{ label: report.typed, value: filed.number }]
            : []),
          { label: t.reason, value: <b>{report.reasons[filed.reason]}</b> },
          {
            label: t.words,
            value: <span className="whitespace-pre-line">{filed.words ?? t.noWords}</span>,
          },
          ...(filed.differing.length > 0
            ? [{ label: t.differs, value: filed.differing.map((row) => compare.rows[row]).join(", ") }]
            : []),
          ...(filed.paperValue !== null
            ? [{ label: t.paperSays, value: formatPesos(filed.paperValue) }]
            : []),
          ...(filed.putInReview
            ? [{ label: report.state, value: <Tag signal="warn">{t.inReview}</Tag> }]
            : []),
          { label: t.provider, value: filed.providerName },
          { label: t.reporter, value: filed.reporter },
          { label: t.verdict, value: verdictName(filed.verdict, messages) },
          { label: t.lookedUp, value: dateTime(filed.askedAt, language) },
          { label: t.filed, value: dateTime(filed.filedAt, language) },
          ...(filed.outcome
            ? []
            : [{ label: t.deadline, value: longDate(reviewDay(filed.filedAt), language) }]),
        ]}
      />
      {filed.hasPhoto ? (
        <figure className="my-4">
          <figcaption>{t.photo}</figcaption>
          <a href={photo} target="_blank" rel="noopener">
            {/* biome-ignore lint/performance/noImgElement: it is personal data, no optimiser may keep it */}
            <img
              className="mt-[0.35rem] h-auto max-h-[70vh] max-w-full border-2 border-line"
              src={photo}
              alt={t.photoAlt(filed.folio)}
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
