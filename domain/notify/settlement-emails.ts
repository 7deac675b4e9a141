import "server-only";
import type { ObjectionEmail } from "@/domain/settlement/settle";
import { publicAddress } from "@/lib/mail/address";
import { messagesIn } from "@/messages";
import type { Period } from "@/model/settlement";
import { mailTexts } from "./emails";

/** What a provider's owners are told when the caja objects to uses, in the caja's language; `statement` is where their uses of those days are shown. */
export async function objectionEmail(statement: (days: Period) => string): Promise<ObjectionEmail> {
  const { signature } = await mailTexts("es-CO");
  const { letters } = messagesIn("es-CO").settlement;
  return (receipts, reason, days) => ({
    subject: letters.objected(receipts[0] ?? "", receipts.length),
    text: letters.objectedText(receipts.join("\n"), reason, publicAddress(statement(days)), signature),
  });
}
