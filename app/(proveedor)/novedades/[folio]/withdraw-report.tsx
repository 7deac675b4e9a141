import { formWords } from "@/app/_server/form-words";
import { FormWordsProvider } from "@/components/form/form-words";
import { OneButtonForm } from "@/components/form/one-button-form";
import type { CajaProfile } from "@/domain/caja/last-known";
import type { readOwnReport } from "@/domain/report/read-report";
import { timeOfDay } from "@/lib/format/date";
import type { Language } from "@/messages";
import type { Messages } from "@/messages/es-CO";
import { withdrawReportAction } from "./actions";

const MINUTE_MS = 60_000;

/** Withdraws an open report. Otherwise says who could, until when, or why not. */
export async function WithdrawReport({
  report,
  personId,
  caja,
  t,
  language,
}: {
  report: NonNullable<Awaited<ReturnType<typeof readOwnReport>>>;
  personId: string;
  caja: CajaProfile;
  t: Messages["report"];
  language: Language;
}) {
  const { folio, withdrawUntil, mayWithdraw, reportedBy, putInReview } = report;
  if (!mayWithdraw) return caja.phone ? <p>{t.withdrawLate(caja.phone)}</p> : null;
  const until = timeOfDay(withdrawUntil, language);
  if (reportedBy !== personId) return <p>{t.withdrawOnlyReporter(until)}</p>;
  const minutes = Math.max(1, Math.ceil((withdrawUntil.getTime() - Date.now()) / MINUTE_MS));
  return (
    <>
      <p>{t.withdrawUntil(until, minutes)}</p>
      {putInReview ? <p>{t.withdrawFrees}</p> : null}
      <FormWordsProvider words={await formWords({})}>
        <OneButtonForm
          action={withdrawReportAction}
          hidden={{ folio }}
          label={t.withdraw}
          pendingLabel={t.withdrawing}
          variant="outline"
        />
      </FormWordsProvider>
    </>
  );
}
