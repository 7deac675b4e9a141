import "server-only";
import { errorsByField, formWords } from "@/app/_server/form-words";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";

/** What the form of a report says. */
export async function reportWords() {
  const [{ report }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return {
    ...(await formWords(errorsByField(report.errors))),
    reason: report.reason,
    reasons: report.reasons,
    reviewHint: report.reviewHint,
    words: report.words,
    wordsHint: report.wordsHint,
    photo: report.photo,
    photoHint: report.photoHint,
    photoAgain: report.photoAgain,
    photoTooBig: report.errors.photo.photoTooBig,
    submit: report.submit(caja.name),
  };
}

export type ReportWords = Awaited<ReturnType<typeof reportWords>>;
