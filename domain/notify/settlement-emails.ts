import "server-only";
import type { ObjectionEmail } from "@/domain/settlement/settle";
import { messagesIn } from "@/messages";
import { mailTexts } from "./emails";
import type { MailLinks } from "./links";

/** What a provider's owners are told when the caja objects to uses, in the caja's language. */
export async function objectionEmail(links: MailLinks): Promise<ObjectionEmail> {
  const { signature } = await mailTexts("es-CO");
  const { emails } = messagesIn("es-CO").settlement;
  return (receipts, reason, days) => ({
    subject: emails.objected(receipts[0] ?? "", receipts.length),
    text: emails.objectedText(receipts.join("\n"), reason, links.statement(days), signature),
  });
}
