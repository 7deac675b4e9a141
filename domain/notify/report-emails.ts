import "server-only";
import type { ReportWords } from "@/domain/report/decide-report";
import { publicAddress } from "@/lib/mail/address";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";

/** What the caja's administrators are told of a new report, in the caja's language. */
export async function filedReportEmail(company: string) {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").admin.reports;
  return {
    subject: letters.filed(company),
    text: letters.filedText(company, publicAddress("/admin/novedades"), signature),
  };
}

/** What the reporter is told when its report is closed. */
export async function decidedReportWords(): Promise<ReportWords> {
  const { signature } = await mailTexts("es-CO");
  const { letters, usual } = messagesIn("es-CO").admin.reports;
  const { outcomes } = messagesIn("es-CO").report;
  return {
    usual: (outcome) => usual[outcome],
    letter: (folio, outcome, answer) => ({
      subject: letters.decided(folio),
      text: letters.decidedText(outcomes[outcome], answer, publicAddress(`/novedades/${folio}`), signature),
    }),
  };
}
