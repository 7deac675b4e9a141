import "server-only";
import { cookies, headers } from "next/headers";
import { en } from "./en";
import { esCO, type Messages } from "./es-CO";

export type Language = "es-CO" | "en";
export const LANGUAGE_COOKIE = "idioma";
/** Names it in a request without cookies: a phone fetches the page that it keeps as nobody (public/sw.js). */
const LANGUAGE_HEADER = "x-idioma";

/** The language of the request: es-CO unless the person chose English in the footer. */
export async function currentLanguage(): Promise<Language> {
  const [request, kept] = await Promise.all([headers(), cookies()]);
  const chosen = request.get(LANGUAGE_HEADER) ?? kept.get(LANGUAGE_COOKIE)?.value;
  return chosen === "en" ? "en" : "es-CO";
}

/** The texts of the request's language. Functions stay on the server: pass finished strings to client components. */
export async function currentMessages(): Promise<Messages> {
  return messagesIn(await currentLanguage());
}

export function messagesIn(language: Language): Messages {
  return language === "en" ? en : esCO;
}
