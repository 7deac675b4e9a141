import { bogotaDay, type CalendarDay } from "@/model/calendar";
import { addWorkingDays } from "@/model/working-day";

/** The reasons for which a merchant can report a paper. */
export const reportReasons = [
  "value_changed",
  "forged",
  "holder",
  "damaged",
  "another_person",
  "other",
] as const;

/** Whether a report for this reason doubts the paper itself: only then it may put the order in review (report.sql). */
export const doubtsPaper = (reason: (typeof reportReasons)[number]): boolean =>
  reason === "value_changed" || reason === "forged";

/** The results of the caja's review of a report. */
export const reportOutcomes = ["print_error", "typing_error", "altered", "nothing"] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** What becomes of the order when a report is closed. */
export const reportedOrderActions = ["leave", "unblock", "annul"] as const;
export type ReportedOrderAction = (typeof reportedOrderActions)[number];

/** Working days in which the caja looks at a report. */
export const REVIEW_WORKING_DAYS = 3;
/** How long the reporter may withdraw a report; the same as report_withdraw_window() in SQL. */
export const WITHDRAW_MINUTES = 15;
export const LONGEST_WORDS = 500;
/** Number of reports of one provider or order within a week that the caja should notice. */
export const PATTERN_REPORTS = 3;
export const PATTERN_DAYS = 7;

/** Last day, in Bogotá, on which the caja's answer is in time. */
export function reviewDay(filedAt: Date): CalendarDay {
  return addWorkingDays(bogotaDay(filedAt), REVIEW_WORKING_DAYS);
}

/**
 * What may become of the order in this state; the first one is what is usually done. `held`: this very report holds
 * it. What another report or a person holds is not this one's to release.
 */
export function actionsAfterReport(order: { state: string; held: boolean } | null): ReportedOrderAction[] {
  if (order === null || !["issued", "delivered", "blocked"].includes(order.state)) return ["leave"];
  return order.held ? ["unblock", "annul", "leave"] : ["leave", "annul"];
}
