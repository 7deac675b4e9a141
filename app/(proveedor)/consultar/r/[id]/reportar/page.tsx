import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { requireGrant } from "@/app/_server/auth/session";
import { answerTo } from "@/app/(proveedor)/_answer/answer";
import { type Asked, faultsOf, refusalOf } from "@/app/(proveedor)/page-faults";
import { ErrorSummary } from "@/components/form/error-summary";
import { RadioGroup, TextAreaField } from "@/components/form/field";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Page } from "@/components/layout/page";
import { FactList } from "@/components/order/order-sheet";
import { verdictName } from "@/components/order/verdict-name";
import { LARGEST_PHOTO_BYTES, photoTypes } from "@/domain/report/photo";
import { dayAndTime } from "@/lib/format/date";
import { formatPesos } from "@/lib/format/money";
import { currentLanguage, currentMessages, type Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import {
  LONGEST_WORDS,
  REVIEW_WORKING_DAYS,
  reportReasons,
  reviewReasons,
  suggestedReason,
} from "@/model/report";
import { PhotoField } from "./photo-field";
import { typedReport } from "./report-form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [asked, { report }] = await Promise.all([searchParams, currentMessages()]);
  const failed = faultsOf(asked, report.errors).list.length > 0;
  return { title: failed ? report.errorTitle(report.title) : report.title };
}

export default async function ReportPage({ params, searchParams }: Props) {
  await requireGrant("report.file");
  const { id } = await params;
  const [answer, asked, typed, messages, language] = await Promise.all([
    answerTo(id),
    searchParams,
    typedReport.read(),
    currentMessages(),
    currentLanguage(),
  ]);
  const { common, report: t } = messages;
  const faults = faultsOf(asked, t.errors);
  const refusal = refusalOf(asked, common.refusals);
  const { comparison } = answer.counter;
  // What is not known, was used or is dead has nothing to put in review.
  const mayGoInReview = ["current", "expired", "not_yet"].includes(answer.outcome);
  return (
    <Page title={t.title} back={{ href: `/consultar/r/${id}`, label: t.back }}>
      {faults.list.length > 0 ? <ErrorSummary title={t.errorSummary} errors={faults.list} /> : null}
      {refusal ? <FormMessage>{refusal}</FormMessage> : null}
      <p>{t.intro(REVIEW_WORKING_DAYS)}</p>
      <section className="box" aria-label={t.aboutTitle}>
        <FactList rows={factsOf(answer, messages, language)} />
      </section>
      <form
        className="reasons"
        method="post"
        encType="multipart/form-data"
        action={`/consultar/r/${id}/reportar/enviar`}
        noValidate
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <RadioGroup
          name="reason"
          legend={t.reason}
          error={faults.of("reason")}
          defaultValue={typed.reason ?? suggestedReason(comparison?.differing ?? []) ?? undefined}
          options={reportReasons.map((value) => ({
            value,
            label: t.reasons[value],
            hint: mayGoInReview && reviewReasons.includes(value) ? t.reviewHint : undefined,
          }))}
        />
        <TextAreaField
          name="words"
          label={t.words}
          hint={t.wordsHint}
          error={faults.of("words")}
          defaultValue={typed.words}
          maxLength={LONGEST_WORDS}
        />
        <PhotoField
          name="photo"
          label={t.photo}
          hint={faults.list.length > 0 ? `${t.photoHint} ${t.photoAgain}` : t.photoHint}
          error={faults.of("photo")}
          accept={photoTypes.join(",")}
          largestBytes={LARGEST_PHOTO_BYTES}
          tooBig={t.errors.photo.photoTooBig}
        />
        <SubmitButton pendingLabel={t.sending}>{t.submit}</SubmitButton>
      </form>
    </Page>
  );
}

/** What the report begins with: the order, what the counter was told and when, and what differed. */
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
    ...(comparison && comparison.paperValue !== null
      ? [{ label: t.paperSays, value: formatPesos(comparison.paperValue) }]
      : []),
  ];
}
