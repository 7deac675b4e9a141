import "server-only";
import { currentMessages } from "@/messages";
import { mailTexts } from "./emails";

/** What a provider's owners are told of a suspension and of its end. */
export async function standingEmails() {
  const [{ signature }, { admin }] = await Promise.all([mailTexts("es-CO"), currentMessages()]);
  const { letters } = admin.providers;
  return {
    suspended: (company: string, reason: string) => ({
      subject: letters.suspended(company),
      text: letters.suspendedText(company, reason, signature),
    }),
    reactivated: (company: string, reason: string) => ({
      subject: letters.reactivated(company),
      text: letters.reactivatedText(company, reason, signature),
    }),
  };
}
