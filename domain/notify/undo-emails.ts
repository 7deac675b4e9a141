import "server-only";
import { publicAddress } from "@/lib/mail/address";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";

/** What a provider's owners are told of their request to take a use back, or of an objected use taken back. */
export async function undoEmails() {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").admin.counter.undo;
  const linkTo = (useId: string) => publicAddress(`/comprobantes/${useId}`);
  return {
    approved: (receipt: string, useId: string, reason: string) => ({
      subject: letters.approved(receipt),
      text: letters.approvedText(receipt, reason, linkTo(useId), signature),
    }),
    objected: (receipt: string, useId: string, reason: string) => ({
      subject: letters.approved(receipt),
      text: letters.objectedText(receipt, reason, linkTo(useId), signature),
    }),
    refused: (receipt: string, useId: string, reason: string) => ({
      subject: letters.refused(receipt),
      text: letters.refusedText(receipt, reason, linkTo(useId), signature),
    }),
  };
}
