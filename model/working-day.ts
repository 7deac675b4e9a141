import { addDays, type CalendarDay } from "./calendar";

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
  const easter = easterOf(year);
  const days = [
    ...fixed.map((day) => `${year}-${day}`),
    ...movable.map((day) => mondayFrom(`${year}-${day}`)),
    ...fromEaster.map((offset) => addDays(easter, offset)),
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
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10);
}

function mondayFrom(day: CalendarDay): CalendarDay {
  return addDays(day, (8 - weekdayOf(day)) % 7);
}

/** The day of the week; 0 is Sunday. */
function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
