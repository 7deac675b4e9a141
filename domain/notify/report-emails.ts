import "server-only";
import type { ReportWords } from "@/domain/report/decide-report";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What the caja's administrators are told of a new report, in the caja's language. */
export async function filedReportEmail(company: string, links: MailLinks) {
  const { signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.reports;
  return {
    subject: emails.filed(company),
    text: emails.filedText(company, links.reportsToDecide(), signature),
  };
}

/** What the caja's administrators are told when it is withdrawn, so that nobody works on it. */
export async function withdrawnReportEmail(folio: string, company: string) {
  const { signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.reports;
  return { subject: emails.withdrawn(folio), text: emails.withdrawnText(folio, company, signature) };
}

/** What the reporter is told when its report is closed, or the owners when the reporter left. */
export async function decidedReportWords(links: MailLinks): Promise<ReportWords> {
  const { signature } = await mailTexts("es-CO");
  const { emails, usual } = messagesIn("es-CO").admin.reports;
  const { outcomes } = messagesIn("es-CO").report;
  return {
    usual: (outcome) => usual[outcome],
    compose: (folio, outcome, answer) => ({
      subject: emails.decided(folio),
      text: emails.decidedText(outcomes[outcome], answer, links.report(folio), signature),
    }),
  };
}
