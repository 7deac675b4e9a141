import "server-only";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a provider's owners are told of their request to take a use back, or of an objected use taken back. */
export async function undoEmails(links: MailLinks) {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").admin.counter.undo;
  return {
    approved: (receipt: string, useId: string, reason: string) => ({
      subject: letters.approved(receipt),
      text: letters.approvedText(receipt, reason, links.receipt(useId), signature),
    }),
    objected: (receipt: string, useId: string, reason: string) => ({
      subject: letters.approved(receipt),
      text: letters.objectedText(receipt, reason, links.receipt(useId), signature),
    }),
    refused: (receipt: string, useId: string, reason: string) => ({
      subject: letters.refused(receipt),
      text: letters.refusedText(receipt, reason, links.receipt(useId), signature),
    }),
  };
}
