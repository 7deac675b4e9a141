type Language = "es-CO" | "en";

const ZONE = "America/Bogota";
const locale = (language: Language) => (language === "en" ? "en-US" : "es-CO");
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

function format(
  moment: Date,
  language: Language,
  options: Intl.DateTimeFormatOptions,
  timeZone = ZONE,
): string {
  return plain(new Intl.DateTimeFormat(locale(language), { ...options, timeZone }).format(moment));
}

/** A calendar day ("2026-12-15") has no zone; a moment is shown in Bogotá. */
function asDay(day: string | Date): [Date, string] {
  return typeof day === "string" ? [new Date(`${day.slice(0, 10)}T00:00:00Z`), "UTC"] : [day, ZONE];
}

/** "15 de diciembre de 2026". */
export function longDate(day: string | Date, language: Language = "es-CO"): string {
  const [moment, zone] = asDay(day);
  return format(moment, language, { day: "numeric", month: "long", year: "numeric" }, zone);
}

/** "15/12/2026". */
export function shortDate(day: string | Date, language: Language = "es-CO"): string {
  const [moment, zone] = asDay(day);
  return format(moment, language, { day: "2-digit", month: "2-digit", year: "numeric" }, zone);
}

/** "10:42 a. m." */
export function timeOfDay(moment: Date, language: Language = "es-CO"): string {
  return format(moment, language, { hour: "numeric", minute: "2-digit", hour12: true });
}

/** "24 de noviembre de 2026, 10:42 a. m." */
export function dateTime(moment: Date, language: Language = "es-CO"): string {
  return `${longDate(moment, language)}, ${timeOfDay(moment, language)}`;
}

/** "24/11/2026 10:42:07", for lists of what happened. */
export function exactTime(moment: Date): string {
  const day = format(moment, "es-CO", { day: "2-digit", month: "2-digit", year: "numeric" });
  const time = format(moment, "es-CO", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return `${day} ${time}`;
}

/** The Bogotá day of a moment: "2026-11-24". */
export function bogotaDay(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(moment);
}

/** "hoy a las 10:42 a. m.", "ayer a las…", else day and hour. `now` is the database's. */
export function dayAndTime(moment: Date, now: Date, language: Language = "es-CO"): string {
  const days = Math.round((Date.parse(bogotaDay(moment)) - Date.parse(bogotaDay(now))) / 86_400_000);
  const time = timeOfDay(moment, language);
  const words = language === "en" ? ["yesterday", "today", "tomorrow"] : ["ayer", "hoy", "mañana"];
  const day = Math.abs(days) <= 1 ? words[days + 1] : longDate(moment, language);
  if (language === "en") return `${day} at ${time}`;
  return `${Math.abs(days) <= 1 ? "" : "el "}${day} a ${/^1:/.test(time) ? "la" : "las"} ${time}`;
}
