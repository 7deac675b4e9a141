import { bogotaDay } from "@/domain/calendar";
import { type DateLanguage, longDate, timeOfDay } from "./date";

const names: Record<DateLanguage, [string, string, string]> = {
  "es-CO": ["ayer", "hoy", "mañana"],
  en: ["yesterday", "today", "tomorrow"],
};

/**
 * Day and hour in words: "hoy a las 10:42 a. m.", "ayer a la 1:05 p. m.", "el 3 de noviembre de 2026 a las…".
 * `now` is the database's, so that a wrong clock on this machine says nothing wrong.
 */
export function dayAndTime(moment: Date, now: Date, language: DateLanguage = "es-CO"): string {
  const days = Math.round((Date.parse(bogotaDay(moment)) - Date.parse(bogotaDay(now))) / 86_400_000);
  const near = Math.abs(days) <= 1 ? names[language][days + 1] : undefined;
  const time = timeOfDay(moment, language);
  if (language === "en") return `${near ?? longDate(moment, language)} at ${time}`;
  return `${near ?? `el ${longDate(moment, language)}`} a ${time.startsWith("1:") ? "la" : "las"} ${time}`;
}
