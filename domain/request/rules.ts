import { addDays, bogotaDay, type CalendarDay } from "@/model/calendar";
import type { RequestState } from "@/model/request";
import { addWorkingDays } from "@/model/working-day";

/** Working days in which the caja answers. */
export const ANSWER_WORKING_DAYS = 3;

/** Last day, in Bogotá, on which the caja's answer is in time. */
export function answerDay(submittedAt: Date): CalendarDay {
  return addWorkingDays(bogotaDay(submittedAt), ANSWER_WORKING_DAYS);
}

/** A request that was sent before these days is overdue today; it is overdue or due today. */
export function dueDays(today: CalendarDay): { overdueBefore: CalendarDay; dueBefore: CalendarDay } {
  // The days to answer lie within three weeks, whatever holidays there are.
  const firstAnsweredFrom = (day: CalendarDay) => {
    let sent = addDays(today, -21);
    while (addWorkingDays(sent, ANSWER_WORKING_DAYS) < day) sent = addDays(sent, 1);
    return sent;
  };
  return { overdueBefore: firstAnsweredFrom(today), dueBefore: firstAnsweredFrom(addDays(today, 1)) };
}

/** A returned request can be corrected and sent again; a rejected one is followed by a new request. */
export function isCorrectable(state: RequestState): boolean {
  return state === "returned";
}

/** The newest request for an application that asks for it: renewals ask for nothing new. */
export const newestRequest = <R extends { applicationCode: string; renews: boolean }>(
  newestFirst: readonly R[],
  application: string,
): R | null =>
  newestFirst.find(({ applicationCode, renews }) => applicationCode === application && !renews) ?? null;

/** Whether a new request may be filed when the last one is in this state (null: there is none). */
export function mayFileAgain(last: RequestState | null): boolean {
  return last === null || last === "rejected";
}
