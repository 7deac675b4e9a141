import "server-only";
import { messagesIn } from "@/messages";
import { mailTexts } from "./letters";

/** What a provider's owners are told of their request to take a use back. */
export async function undoLetters() {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").admin.counter.undo;
  return {
    approved: (receipt: string, reason: string) => ({
      subject: letters.approved(receipt),
      text: letters.approvedText(receipt, reason, signature),
    }),
    refused: (receipt: string, reason: string) => ({
      subject: letters.refused(receipt),
      text: letters.refusedText(receipt, reason, signature),
    }),
  };
}
