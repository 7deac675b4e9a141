/** Calendar days are text, "2027-01-31": they compare as text and have no time zone. */
export type CalendarDay = string;

const DAY_MS = 86_400_000;
/** Colombia keeps UTC-05:00 the whole year. */
const BOGOTA_OFFSET_MS = 5 * 3_600_000;

/** The day it is in Bogotá at a moment. */
export function bogotaDay(moment: Date): CalendarDay {
  return new Date(moment.getTime() - BOGOTA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Whether the day exists: 31/02 does not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Day of the given parts; null when there is no such day, or outside the years 1900 to 2200. */
export function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  if (year < 1900 || year > 2200) return null;
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isCalendarDay(text) ? text : null;
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return fromDayNumber(dayNumber(day) + days);
}

/** The same day so many months later; the last one of its month where the month is shorter. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** Both ends of a range that somebody typed, the smaller one first; as they came where one is missing. */
export function inOrder<End extends CalendarDay | number>(
  first: End | null,
  last: End | null,
): readonly [End | null, End | null] {
  return first !== null && last !== null && last < first ? [last, first] : [first, last];
}

/** The later one of two days. */
export function laterDay(one: CalendarDay, other: CalendarDay): CalendarDay {
  return [one, other].sort()[1] ?? one;
}

/** How many days lie from one day to another; negative when the other comes first. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(number: number): CalendarDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
