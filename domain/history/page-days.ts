import type { CalendarDay } from "@/model/calendar";

/**
 * The days on which a page lies, and its offset among their entries, so that a late page of a long list reads no more
 * than the first.
 * @param days newest first, with how many entries each has
 * @returns null when the page is behind the last entry
 */
export function daysOfPage(
  days: readonly { day: CalendarDay; entries: number }[],
  offset: number,
  size: number,
): { from: CalendarDay; to: CalendarDay; offset: number } | null {
  let before = 0;
  let start: { to: CalendarDay; offset: number } | null = null;
  let from: CalendarDay | null = null;
  for (const { day, entries } of days) {
    if (before >= offset + size) break;
    if (before + entries > offset) {
      start ??= { to: day, offset: offset - before };
      from = day;
    }
    before += entries;
  }
  return start && from ? { from, ...start } : null;
}
