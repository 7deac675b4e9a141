import "server-only";
import type { DecisionEmails, FilingEmail } from "@/domain/request/emails";
import { publicAddress } from "@/lib/mail/address";
import { mailTexts } from "./emails";

/** The letter that says that a request came in. */
export async function filingEmail(application: string): Promise<FilingEmail> {
  const { mails, signature } = await mailTexts();
  const { subject, text } = mails.requests.submitted;
  return {
    subject: subject(application),
    text: text(application, publicAddress("/aplicaciones"), signature),
  };
}

/** The letters of a decision; in the caja's language, since nobody knows the reader's here. */
export async function decisionEmails(): Promise<DecisionEmails> {
  const { mails, signature } = await mailTexts("es-CO");
  const { approved, returned, rejected } = mails.requests;
  const letter: DecisionEmails["letter"] = (decision, filingNumber, reason) => {
    const url = publicAddress(decision === "approved" ? "/aplicaciones" : `/solicitudes/${filingNumber}`);
    if (decision === "approved")
      return { subject: approved.subject(filingNumber), text: approved.text(url, signature) };
    const { subject, text } = decision === "returned" ? returned : rejected;
    return { subject: subject(filingNumber), text: text(reason ?? "", url, signature) };
  };
  return { letter, closingReason: mails.requests.closingReason };
}
