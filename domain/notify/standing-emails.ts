import "server-only";
import { currentMessages } from "@/messages";
import { mailTexts } from "./emails";

/** What a provider's owners are told of a suspension and of its end. */
export async function standingEmails() {
  const [{ signature }, { admin }] = await Promise.all([mailTexts("es-CO"), currentMessages()]);
  const { emails } = admin.providers;
  return {
    suspended: (company: string, reason: string) => ({
      subject: emails.suspended(company),
      text: emails.suspendedText(company, reason, signature),
    }),
    reactivated: (company: string, reason: string) => ({
      subject: emails.reactivated(company),
      text: emails.reactivatedText(company, reason, signature),
    }),
  };
}
