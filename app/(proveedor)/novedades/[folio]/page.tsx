import type { Metadata } from "next";
import { elsewhereOrNotFound } from "@/app/_server/auth/elsewhere";
import { requireGrant } from "@/app/_server/auth/session";
import { Page } from "@/components/layout/page";
import { verdictName } from "@/components/order/verdict-name";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { SummaryList } from "@/components/ui/summary-list";
import { currentCaja } from "@/domain/caja/profile";
import { readLookup } from "@/domain/lookup/read-lookup";
import { readOwnReport } from "@/domain/report/read-report";
import { dateTime, longDate } from "@/lib/format/date";
import { currentLanguage, currentMessages } from "@/messages";
import { authorize } from "@/model/access";
import { bogotaDay } from "@/model/calendar";
import { doubtsPaper, reviewDay } from "@/model/report";
import { WithdrawReport } from "./withdraw-report";

type Props = { params: Promise<{ folio: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ folio }, { report }] = await Promise.all([params, currentMessages()]);
  return { title: report.pageTitle(folio) };
}

/** A report of this provider: the date by which the caja answers, then its answer. */
export default async function OwnReportPage({ params }: Props) {
  const grant = await requireGrant("report.file");
  const { folio } = await params;
  const report = await readOwnReport(grant, folio);
  if (!report) return elsewhereOrNotFound(grant, "report", folio);
  const [answer, caja, messages, language] = await Promise.all([
    readLookup(authorize(grant.actor, "order.look_up"), report.lookupId),
    currentCaja(),
    currentMessages(),
    currentLanguage(),
  ]);
  const { report: t } = messages;
  const day = reviewDay(report.filedAt);
  const late = bogotaDay(new Date()) > day;
  const number = answer?.number ?? answer?.numberTyped;
  return (
    <Page
      title={
        <>
          {t.pageTitle("")}
          <span className="inline-block">{report.folio}</span>
        </>
      }
      back={{ href: "/novedades", label: t.listTitle }}
    >
      <div data-state={report.outcome ?? (report.withdrawnAt ? "withdrawn" : "waiting")}>
        {report.withdrawnAt ? (
          <Note title={t.withdrawnTitle}>
            <p>{t.withdrawnText}</p>
            <p className="text-hint text-ink-soft">{dateTime(report.withdrawnAt, language)}</p>
          </Note>
        ) : report.outcome ? (
          <Note title={t.answered}>
            <p>
              <b>{t.outcomes[report.outcome]}</b>
            </p>
            <p className="whitespace-pre-line">{report.answer}</p>
            {report.decidedAt ? (
              <p className="text-hint text-ink-soft">{dateTime(report.decidedAt, language)}</p>
            ) : null}
          </Note>
        ) : (
          <Note title={t.now}>
            <p>
              <b>{t.received}</b>
            </p>
            <p>{late ? t.late(longDate(day, language)) : t.reviewedBefore(longDate(day, language))}</p>
            {late && caja.phone ? <p>{t.lateCall(caja.phone)}</p> : null}
            {report.putInReview ? (
              <p>{t.inReview}</p>
            ) : answer?.number && doubtsPaper(report.reason) ? (
              <p>
                <b>{t.notInReview}</b> {caja.phone ? t.notInReviewCall(caja.phone) : null}
              </p>
            ) : null}
            <WithdrawReport
              report={report}
              personId={grant.actor.personId}
              caja={caja}
              t={t}
              language={language}
            />
          </Note>
        )}
      </div>
      <h2>{t.yourReport}</h2>
      <SummaryList
        rows={[
          ...(answer && number ? [{ label: t.order, value: `${answer.kindName} ${number}` }] : []),
          { label: t.whatHappened, value: t.reasons[report.reason] },
          { label: t.verdict, value: verdictName(report.verdict, messages) },
          ...(report.words
            ? [{ label: t.yourWords, value: <span className="whitespace-pre-line">{report.words}</span> }]
            : []),
          { label: t.photoFact, value: report.hasPhoto ? t.withPhoto : t.withoutPhoto },
          { label: t.sent, value: dateTime(report.filedAt, language) },
        ]}
      />
      <div className="mt-6 grid gap-3">
        <ButtonLink href={`/consultar/r/${report.lookupId}`} variant="outline">
          {t.seeAnswer}
        </ButtonLink>
        <ButtonLink href="/consultar" variant="outline">
          {t.askAnother}
        </ButtonLink>
      </div>
    </Page>
  );
}
