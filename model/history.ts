import type { CalendarDay } from "@/model/calendar";

/** Which look-ups and uses of a provider are asked for; null asks nothing. */
export type HistoryQuery = {
  from: CalendarDay;
  to: CalendarDay;
  what: readonly string[] | null;
  personId: string | null;
  placeId: string | null;
  /** All that a typed number can have been meant as, separated by blanks. */
  numberKey: string | null;
};
