import { currentCaja } from "@/domain/caja/profile";
import { currentLanguage, type Language, messagesIn } from "@/messages";

/** The mails' texts, and the name of the caja that signs them. */
export async function mailTexts(language?: Language) {
  const [caja, locale] = await Promise.all([currentCaja(), language ?? currentLanguage()]);
  return { mails: messagesIn(locale).mails, caja: caja.name, signature: signatureOf(caja) };
}

function signatureOf({ name, phone }: { name: string; phone: string }): string {
  return phone ? `${name}\n${phone}` : name;
}
