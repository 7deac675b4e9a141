import "server-only";
import type { DecisionLetters, FilingLetter } from "@/domain/request/emails";
import { publicAddress } from "@/lib/mail/address";
import { mailTexts } from "./emails";

/** The letter that says that a request came in. */
export async function filingLetter(application: string): Promise<FilingLetter> {
  const { mails, signature } = await mailTexts();
  const { subject, text } = mails.requests.submitted;
  return {
    subject: subject(application),
    text: text(application, publicAddress("/aplicaciones"), signature),
  };
}

/** The letters of a decision; in the caja's language, since nobody knows the reader's here. */
export async function decisionLetters(): Promise<DecisionLetters> {
  const { mails, signature } = await mailTexts("es-CO");
  const { approved, returned, rejected } = mails.requests;
  const letter: DecisionLetters["letter"] = (decision, filingNumber, reason) => {
    const url = publicAddress(decision === "approved" ? "/aplicaciones" : `/solicitudes/${filingNumber}`);
    if (decision === "approved")
      return { subject: approved.subject(filingNumber), text: approved.text(url, signature) };
    const { subject, text } = decision === "returned" ? returned : rejected;
    return { subject: subject(filingNumber), text: text(reason ?? "", url, signature) };
  };
  return { letter, closingReason: mails.requests.closingReason };
}
