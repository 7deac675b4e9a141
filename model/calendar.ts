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

/** The later one of two days. */
export function laterDay(one: CalendarDay, other: CalendarDay): CalendarDay {
  return [one, other].sort()[1] ?? one;
}

/** How many days lie from one day to another; negative when the other comes first. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday to Friday, not a holiday. */
export function isWorkingDay(day: CalendarDay): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).includes(day);
}

/** The day `days` working days later; terms in days are working days (Ley 4 de 1913, art. 62). */
export function addWorkingDays(day: CalendarDay, days: number): CalendarDay {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

const fixed = ["01-01", "05-01", "07-20", "08-07", "12-08", "12-25"];
/** Moved to the Monday that follows (Ley 51 de 1983, "Ley Emiliani"). */
const movable = ["01-06", "03-19", "06-29", "08-15", "10-12", "11-01", "11-11"];
/** Days from Easter: Thursday and Friday before; Ascension, Corpus Christi and Sacred Heart on Mondays. */
const fromEaster = [-3, -2, 43, 64, 71];

/** Holidays of a year in order, each day once: two of them can fall together. */
export function holidaysOf(year: number): CalendarDay[] {
  const easter = dayNumber(easterOf(year));
  const days = [
    ...fixed.map((day) => `${year}-${day}`),
    ...movable.map((day) => mondayFrom(`${year}-${day}`)),
    ...fromEaster.map((offset) => fromDayNumber(easter + offset)),
  ];
  return [...new Set(days)].sort();
}

/** Sunday of Easter, Gregorian (Meeus, Jones and Butcher). */
function easterOf(year: number): CalendarDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return fromDayNumber(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / DAY_MS);
}

function mondayFrom(day: CalendarDay): CalendarDay {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

/** The day of the week; 0 is Sunday. */
function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayNumber(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function fromDayNumber(number: number): CalendarDay {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
