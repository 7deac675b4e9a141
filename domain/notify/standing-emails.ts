import "server-only";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";

/** What a provider's owners are told of a suspension, now or from a later day on, and of its end; in Spanish. */
export async function standingEmails() {
  const { portal, signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.providers;
  return {
    suspended: (company: string, reason: string) => ({
      subject: emails.suspended(company),
      text: emails.suspendedText(company, reason, portal, signature),
    }),
    /** @param day the day in words */
    suspendedLater: (company: string, day: string, reason: string) => ({
      subject: emails.suspendedLater(company, day),
      text: emails.suspendedLaterText(company, day, reason, portal, signature),
    }),
    reactivated: (company: string, reason: string) => ({
      subject: emails.reactivated(company),
      text: emails.reactivatedText(company, reason, signature),
    }),
  };
}
