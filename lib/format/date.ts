export type DateLanguage = "es-CO" | "en";

const ZONE = "America/Bogota";
const FIRM_SPACE = "\u00a0";
const months = {
  "es-CO": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(
    " ",
  ),
  en: "January February March April May June July August September October November December".split(" "),
} as const;

const partsInBogota = new Intl.DateTimeFormat("en-US", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

type DayParts = { year: number; month: number; day: number };

/** A calendar day is text, "2027-01-31", and never passes through a time zone; a moment is a Date. */
function dayParts(when: Date | string): DayParts {
  if (typeof when === "string" && /^\d{4}-\d{2}-\d{2}$/.test(when)) {
    const [year = 0, month = 0, day = 0] = when.split("-").map(Number);
    return { year, month, day };
  }
  return momentParts(when);
}

function momentParts(when: Date | string): DayParts & { hour: number; minute: number } {
  const parts = partsInBogota.formatToParts(typeof when === "string" ? new Date(when) : when);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

const two = (count: number) => String(count).padStart(2, "0");

/** "15 de diciembre de 2026" / "15 December 2026", for a calendar day or a moment (its day in Bogotá). */
export function longDate(when: Date | string, language: DateLanguage): string {
  const { year, month, day } = dayParts(when);
  const name = months[language][month - 1] ?? "";
  return language === "en" ? `${day} ${name} ${year}` : `${day} de ${name} de ${year}`;
}

/** "octubre de 2026" / "October 2026", for a month ("2026-10"). */
export function monthAndYear(month: string, language: DateLanguage): string {
  const { year, month: number } = dayParts(`${month}-01`);
  const name = months[language][number - 1] ?? "";
  return language === "en" ? `${name} ${year}` : `${name} de ${year}`;
}

/** "octubre" / "October", for a month ("2026-10"). */
export function monthName(month: string, language: DateLanguage): string {
  return months[language][dayParts(`${month}-01`).month - 1] ?? "";
}

const weekdays = {
  "es-CO": "dom lun mar mié jue vie sáb".split(" "),
  en: "Sun Mon Tue Wed Thu Fri Sat".split(" "),
} as const;

/** "mar 1 dic" / "Tue 1 Dec", for a calendar day that is near. */
export function shortDay(day: string, language: DateLanguage): string {
  const parts = dayParts(day);
  const weekday = weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
  return `${weekday} ${parts.day} ${(months[language][parts.month - 1] ?? "").slice(0, 3)}`;
}

/** "15/12/2026" in every language: as it is printed. */
export function shortDate(when: Date | string): string {
  const { year, month, day } = dayParts(when);
  return `${two(day)}/${two(month)}/${year}`;
}

/** "10:42 a. m." / "10:42 a.m.", in Bogotá; the hour has one or two digits, and no line breaks within. */
export function timeOfDay(moment: Date | string, language: DateLanguage): string {
  const { hour, minute } = momentParts(moment);
  const half = hour < 12 ? "a" : "p";
  const suffix = language === "en" ? `${half}.m.` : `${half}.${FIRM_SPACE}m.`;
  return `${hour % 12 || 12}:${two(minute)}${FIRM_SPACE}${suffix}`;
}

/** "las 10:42 a. m.", "la 1:05 p. m.": a Spanish time within a sentence. One o'clock is singular. */
export const theTime = (time: string): string => `${time.startsWith("1:") ? "la" : "las"} ${time}`;

/** "10:42:07 a. m.", in Bogotá: a running clock. */
export function clockTime(moment: Date | string, language: DateLanguage): string {
  const seconds = two(new Date(moment).getUTCSeconds());
  return timeOfDay(moment, language).replace(/(:\d\d)/, `$1:${seconds}`);
}

/** "15 de diciembre de 2026, 10:42 a. m.", in Bogotá. */
export function dateTime(moment: Date | string, language: DateLanguage): string {
  return `${longDate(momentDay(moment), language)}, ${timeOfDay(moment, language)}`;
}

/** "15/12/2026 10:42 a. m.", in Bogotá, for tables. */
export function shortDateTime(moment: Date | string, language: DateLanguage): string {
  return `${shortDate(momentDay(moment))} ${timeOfDay(moment, language)}`;
}

/** "24/11/2026 10:42:07", in Bogotá, for lists of what happened. */
export function exactTime(moment: Date | string): string {
  const { hour, minute } = momentParts(moment);
  const seconds = new Date(moment).getUTCSeconds();
  return `${shortDate(momentDay(moment))} ${two(hour)}:${two(minute)}:${two(seconds)}`;
}

/** "hoy a las 10:42 a. m.", "ayer a las…", else "el 15 de diciembre de 2026 a las…". `now` is the database's. */
export function dayAndTime(moment: Date, now: Date, language: DateLanguage): string {
  const days = Math.round((Date.parse(momentDay(moment)) - Date.parse(momentDay(now))) / 86_400_000);
  const time = timeOfDay(moment, language);
  const near = language === "en" ? ["yesterday", "today", "tomorrow"] : ["ayer", "hoy", "mañana"];
  const day = near[days + 1];
  if (language === "en") return `${day ?? longDate(moment, language)} at ${time}`;
  return `${day ?? `el ${longDate(moment, language)}`} a ${theTime(time)}`;
}

/** "hoy 10:42 a. m.", "ayer 4:05 p. m.", else with its date; for what has happened. `now` is the database's. */
export function recentTime(moment: Date, now: Date, language: DateLanguage): string {
  const days = Math.round((Date.parse(momentDay(now)) - Date.parse(momentDay(moment))) / 86_400_000);
  const near = (language === "en" ? ["today", "yesterday"] : ["hoy", "ayer"])[days];
  return near ? `${near} ${timeOfDay(moment, language)}` : dateTime(moment, language);
}

function momentDay(moment: Date | string): string {
  const { year, month, day } = momentParts(moment);
  return `${year}-${two(month)}-${two(day)}`;
}
