import "server-only";
import type { CorrectedPart, CorrectionEmail } from "@/domain/provider/correct";
import { messagesIn } from "@/messages";
import { formatPhone } from "@/model/identity/format";
import { mailTexts } from "./emails";

/** What only its change is told of: an e-mail is read by others too. */
const unsaid: readonly CorrectedPart[] = ["person_document", "person_mobile"];

/** What a provider's owners are told of corrected data, in Spanish. */
export async function correctionEmail(): Promise<CorrectionEmail> {
  const { portal, signature } = await mailTexts("es-CO");
  const { emails, correctedParts } = messagesIn("es-CO").admin.providers;
  const shown = (part: CorrectedPart, value: string) => (part === "phone" ? formatPhone(value) : value);
  return (company, changes, reason) => ({
    subject: emails.corrected(company),
    text: emails.correctedText(
      company,
      changes
        .map(({ part, was, is }) =>
          unsaid.includes(part)
            ? `- ${correctedParts[part]}.`
            : `- ${emails.correctedLine(correctedParts[part], shown(part, was), shown(part, is))}`,
        )
        .join("\n"),
      reason,
      portal,
      signature,
    ),
  });
}
