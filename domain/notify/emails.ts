import type { CajaProfile } from "@/domain/caja/last-known";
import { currentCaja } from "@/domain/caja/profile";
import { currentLanguage, type Language, messagesIn } from "@/messages";

/** Texts of e-mails, the portal's name in them, and their signature. */
export async function mailTexts(language?: Language) {
  const [caja, locale] = await Promise.all([currentCaja(), language ?? currentLanguage()]);
  return { mails: messagesIn(locale).mails, portal: caja.portalName, signature: signatureOf(caja) };
}

function signatureOf({ name, portalName, phone }: CajaProfile): string {
  return [portalName, name, phone].filter(Boolean).join("\n");
}
