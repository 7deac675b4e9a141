import { addWorkingDays, bogotaDay, type CalendarDay } from "@/model/calendar";
import type { RequestState } from "@/model/request";

/** Working days in which the caja answers. */
export const ANSWER_WORKING_DAYS = 3;

/** Last day, in Bogotá, on which the caja's answer is in time. */
export function answerDay(submittedAt: Date): CalendarDay {
  return addWorkingDays(bogotaDay(submittedAt), ANSWER_WORKING_DAYS);
}

/** A returned request can be corrected and sent again; a rejected one is followed by a new request. */
export function isCorrectable(state: RequestState): boolean {
  return state === "returned";
}

/** Whether a new request may be filed when the last one is in this state (null: there is none). */
export function mayFileAgain(last: RequestState | null): boolean {
  return last === null || last === "rejected";
}
