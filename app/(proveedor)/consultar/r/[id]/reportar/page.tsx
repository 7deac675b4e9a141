import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { requireGrant } from "@/app/_server/auth/session";
import { answeredIn, faultsIn, type Query } from "@/app/_server/http/answered";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { Page } from "@/components/layout/page";
import { FactList } from "@/components/order/order-sheet";
import { verdictName } from "@/components/order/verdict-name";
import { Box } from "@/components/ui/box";
import { Note } from "@/components/ui/note";
import { keptPhotoName } from "@/domain/report/kept-photo";
import { LARGEST_PHOTO_BYTES, photoTypes } from "@/domain/report/photo";
import { readOwnReports, readReportHolds } from "@/domain/report/read-report";
import { dayAndTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { isUuid } from "@/lib/http/uuid";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { REVIEW_WORKING_DAYS } from "@/model/report";
import { ReportForm } from "./report-form";
import { reportWords } from "./words";
import { ReportWordsProvider } from "./words-context";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [query, { report }] = await Promise.all([searchParams, currentMessages()]);
  const failed = Object.keys(faultsIn(query, report.errors)).length > 0;
  return { title: failed ? report.errorTitle(report.title) : report.title };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const grant = await requireGrant("report.file");
  const { id } = await params;
  const [answer, reports, mayGoInReview, keptPhoto, query, messages, language] = await Promise.all([
    answerTo(id),
    readOwnReports(grant),
    isUuid(id) && readReportHolds(grant, id),
    isUuid(id) ? keptPhotoName(grant, id) : undefined,
    searchParams,
    currentMessages(),
    currentLanguage(),
  ]);
  const { common, report: t } = messages;
  const sent = reports.find(({ lookupId, withdrawnAt }) => lookupId === id && !withdrawnAt);
  return (
    <Page title={t.title} back={{ href: `/consultar/r/${id}`, label: t.back }}>
      {sent ? (
        // Somebody who comes back from the report that they sent would else take it for one that was not.
        <Note>
          <p>
            {t.already}{" "}
            <Link
              className="inline-flex min-h-11 items-center"
              href={`/novedades/${sent.folio}`}
              prefetch={false}
            >
              {t.see(sent.folio)}
            </Link>
          </p>
        </Note>
      ) : null}
      <p>{t.intro(REVIEW_WORKING_DAYS)}</p>
      <Box as="section" aria-label={t.aboutTitle}>
        <FactList columns rows={factsOf(answer, messages, language)} />
      </Box>
      <ReportWordsProvider words={await reportWords()}>
        <ReportForm
          action={`/consultar/r/${id}/reportar/enviar`}
          photoAction={`/consultar/r/${id}/reportar/foto/enviar`}
          keptPhoto={keptPhoto}
          idempotencyKey={randomUUID()}
          answered={answeredIn(query, { errors: t.errors, refusals: common.refusals })}
          mayGoInReview={mayGoInReview}
          photoTypes={photoTypes}
          largestPhotoBytes={LARGEST_PHOTO_BYTES}
        />
      </ReportWordsProvider>
    </Page>
  );
}

/** Context of the report: the order, the answer with its time, and what differed. */
function factsOf(answer: Awaited<ReturnType<typeof answerTo>>, messages: Messages, language: Language) {
  const { compare, report: t } = messages;
  const { comparison } = answer.counter;
  const number = answer.number ?? answer.numberTyped;
  return [
    ...(number
      ? [{ label: answer.number ? t.order : t.typed, value: `${answer.kindName} ${number}`, digits: true }]
      : []),
    { label: t.verdict, value: verdictName(answer.verdict, messages) },
    { label: t.when, value: dayAndTime(answer.askedAt, answer.readAt, language) },
    ...(comparison && comparison.differing.length > 0
      ? [{ label: t.differs, value: comparison.differing.map((row) => compare.rows[row]).join(", ") }]
      : []),
    ...(comparison && comparison.paperValue !== null && comparison.differing.includes("value")
      ? [{ label: t.paperSays, value: formatPesos(comparison.paperValue) }]
      : []),
  ];
}
