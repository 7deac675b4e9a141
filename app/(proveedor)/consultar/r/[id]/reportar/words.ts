import "server-only";
import { errorsByField, formWords } from "@/app/_server/form-words";
import { currentCaja } from "@/domain/caja/profile";
import { currentMessages } from "@/messages";
import { REVIEW_WORKING_DAYS, WITHDRAW_MINUTES } from "@/model/report";

/** What the form of a report says. */
export async function reportWords() {
  const [{ report, requests }, caja] = await Promise.all([currentMessages(), currentCaja()]);
  return {
    ...(await formWords(errorsByField(report.errors))),
    reason: report.reason,
    reasons: report.reasons,
    holds: report.holds(caja.name, REVIEW_WORKING_DAYS, WITHDRAW_MINUTES),
    confirm: report.confirm,
    leaves: report.leaves(caja.name, REVIEW_WORKING_DAYS),
    chooseFirst: report.chooseFirst,
    tickFirst: report.tickFirst,
    submitHold: report.submitHold,
    words: report.words,
    wordsHint: report.wordsHint,
    photo: report.photo,
    photoHint: report.photoHint,
    photoAgain: report.photoAgain,
    arriving: { ...requests.form.arriving, faults: report.errors.photo },
    withoutPhoto: report.withoutPhotoTick,
    submit: report.submit(caja.name),
  };
}

export type ReportWords = Awaited<ReturnType<typeof reportWords>>;
