import type { CalendarDay } from "@/model/calendar";

/** The filters of a provider's history; null means no filter. */
export type HistoryQuery = {
  from: CalendarDay;
  to: CalendarDay;
  what: readonly string[] | null;
  personId: string | null;
  placeId: string | null;
  /** All that a typed number can have been meant as, separated by blanks. */
  numberKey: string | null;
};
