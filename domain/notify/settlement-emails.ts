import "server-only";
import type { ObjectionEmail } from "@/domain/settlement/settle";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a provider's owners are told when the caja objects to uses, in the caja's language. */
export async function objectionEmail(links: MailLinks): Promise<ObjectionEmail> {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").settlement;
  return (receipts, reason, days) => ({
    subject: letters.objected(receipts[0] ?? "", receipts.length),
    text: letters.objectedText(receipts.join("\n"), reason, links.statement(days), signature),
  });
}
