import "server-only";
import type { Notice } from "@/domain/notify/channel";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";

/** What somebody is told whose access for a company the caja ended, in Spanish. */
export async function accessEndedEmail(): Promise<(company: string, reason: string) => Notice> {
  const { portal, signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.providers;
  return (company, reason) => ({
    subject: emails.accessEnded(company),
    text: emails.accessEndedText(company, reason, portal, signature),
  });
}
