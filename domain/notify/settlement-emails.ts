import "server-only";
import type { ObjectionEmail } from "@/domain/settlement/settle";
import { publicAddress } from "@/lib/mail/address";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";

/** What a provider's owners are told when the caja objects to uses, in the caja's language. */
export async function objectionEmail(): Promise<ObjectionEmail> {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").settlement;
  return (receipts, reason, { from, to }) => ({
    subject: letters.objected(receipts[0] ?? "", receipts.length),
    text: letters.objectedText(
      receipts.join("\n"),
      reason,
      publicAddress(`/historial/relacion?${new URLSearchParams({ desde: from, hasta: to })}`),
      signature,
    ),
  });
}
