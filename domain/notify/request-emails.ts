import "server-only";
import type { DecisionEmails, FilingEmail } from "@/domain/request/emails";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** The e-mail that confirms that a request was received. */
export async function filingEmail(application: string, links: MailLinks): Promise<FilingEmail> {
  const { mails, signature } = await mailTexts();
  const { subject, text } = mails.requests.submitted;
  return {
    subject: subject(application),
    text: text(application, links.applications(), signature),
  };
}

/** The e-mail that confirms that a renewal was received. */
export async function renewalEmail(application: string, links: MailLinks): Promise<FilingEmail> {
  const { mails, signature } = await mailTexts();
  const { subject, text } = mails.requests.renewal.submitted;
  return {
    subject: subject(application),
    text: text(application, links.applications(), signature),
  };
}

/** The e-mails of a decision, in the caja's language, since the recipient's is not known here. */
export async function decisionEmails(
  links: Pick<MailLinks, "applications" | "request">,
): Promise<DecisionEmails> {
  const { mails, signature } = await mailTexts("es-CO");
  const { approved, returned, rejected, renewal } = mails.requests;
  const compose: DecisionEmails["compose"] = (decision, request, reason) => {
    const { filingNumber, applicationCode, company, opensLookUp, renews } = request;
    if (renews) {
      const { subject, text } = renewal[decision];
      return {
        subject: subject(filingNumber),
        text: text(company, reason ?? "", links.request(filingNumber), signature),
      };
    }
    const url = decision === "approved" ? links.applications() : links.request(filingNumber);
    if (decision === "approved") {
      const text = opensLookUp ? approved.text : approved.other;
      return {
        subject: approved.subject(filingNumber),
        text: text(company, applicationCode, url, signature),
      };
    }
    const { subject, text } = decision === "returned" ? returned : rejected;
    return { subject: subject(filingNumber), text: text(company, reason ?? "", url, signature) };
  };
  return { compose, closingReason: mails.requests.closingReason };
}
