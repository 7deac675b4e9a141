import { addDays, type CalendarDay, calendarDay } from "@/model/calendar";
import type { Period } from "@/model/settlement";

/** A month of the calendar, "2026-10". */
export type Month = string;

/** A month of an address that has no report: it is still to come, or there is none of that name. */
export type MonthFault = "future" | "unknown";

export const monthOf = (day: CalendarDay): Month => day.slice(0, 7);

/** The first day of a month; null for what is none, or lies before the calendar of the database's forms. */
function firstDay(text: string): CalendarDay | null {
  if (!/^\d{4}-\d{2}$/.test(text)) return null;
  return calendarDay(Number(text.slice(0, 4)), Number(text.slice(5)), 1);
}

/** The month before, or after. */
export const monthBefore = (month: Month): Month => monthOf(addDays(`${month}-01`, -1));
export const monthAfter = (month: Month): Month => monthOf(addDays(`${month}-01`, 31));

/** So many months up to this one, the earliest first. */
export function monthsUpTo(month: Month, count: number): Month[] {
  const months = [month];
  while (months.length < count) months.unshift(monthBefore(months[0] ?? month));
  return months;
}

/** Its days in Bogotá, until today in the month that is running. */
export function daysOfMonth(month: Month, today: CalendarDay): Period {
  const last = addDays(`${monthAfter(month)}-01`, -1);
  return { from: `${month}-01`, to: last < today ? last : today };
}

/** The month that an address asks for; without one, the last whole month. */
export function readMonthParam(param: unknown, today: CalendarDay): Month | MonthFault {
  const text = typeof param === "string" ? param.trim() : "";
  if (text === "") return monthBefore(monthOf(today));
  if (!firstDay(text)) return "unknown";
  return text > monthOf(today) ? "future" : text;
}

/** The months that are offered: two years back from the present one. */
export function offeredMonths(today: CalendarDay, chosen: Month): Month[] {
  const months = [monthOf(today)];
  while (months.length < 25) months.push(monthBefore(months.at(-1) ?? chosen));
  return months.includes(chosen) ? months : [...months, chosen];
}

/** The value that `share` of all values do not exceed (nearest rank); null without any. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
