import "server-only";
import type { ReportWords } from "@/domain/report/decide-report";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What the caja's administrators are told of a new report, in the caja's language. */
export async function filedReportEmail(company: string, links: MailLinks) {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").admin.reports;
  return {
    subject: letters.filed(company),
    text: letters.filedText(company, links.reportsToDecide(), signature),
  };
}

/** What the reporter is told when its report is closed. */
export async function decidedReportWords(links: MailLinks): Promise<ReportWords> {
  const { signature } = await mailTexts("es-CO");
  const { letters, usual } = messagesIn("es-CO").admin.reports;
  const { outcomes } = messagesIn("es-CO").report;
  return {
    usual: (outcome) => usual[outcome],
    letter: (folio, outcome, answer) => ({
      subject: letters.decided(folio),
      text: letters.decidedText(outcomes[outcome], answer, links.report(folio), signature),
    }),
  };
}
