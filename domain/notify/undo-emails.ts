import "server-only";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a provider's owners are told of their request to take a use back, or of an objected use taken back. */
export async function undoEmails(links: MailLinks) {
  const { signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").admin.counter.undo;
  return {
    approved: (receipt: string, useId: string, reason: string) => ({
      subject: emails.approved(receipt),
      text: emails.approvedText(receipt, reason, links.receipt(useId), signature),
    }),
    objected: (receipt: string, useId: string, reason: string) => ({
      subject: emails.approved(receipt),
      text: emails.objectedText(receipt, reason, links.receipt(useId), signature),
    }),
    refused: (receipt: string, useId: string, reason: string) => ({
      subject: emails.refused(receipt),
      text: emails.refusedText(receipt, reason, links.receipt(useId), signature),
    }),
  };
}
