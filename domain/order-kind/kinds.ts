import { addDays, type CalendarDay } from "@/model/calendar";
import { isWorkingDay } from "@/model/working-day";

type ProviderRule = "open" | "bound" | "either";

/** A kind's rules for issuing an order. Exactly one of days and last day is given. */
export type IssueRule = {
  validityDays: number | null;
  validityUntil: CalendarDay | null;
  toWorkingDay: boolean;
  /** The largest value of an order, in whole pesos. */
  largestValue: number;
  /** From this value on a second person approves; null is never. */
  approvalFrom: number | null;
  providerRule: ProviderRule;
};

type Validity = Pick<IssueRule, "validityDays" | "validityUntil" | "toWorkingDay">;

/** The last day that an order of this kind can have when it begins on `issuedOn`, both days counted. */
export function lastDayOf(rule: Validity, issuedOn: CalendarDay): CalendarDay {
  let day = rule.validityUntil ?? addDays(issuedOn, (rule.validityDays ?? 1) - 1);
  while (rule.toWorkingDay && !isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** Whether a second person must approve an order of this value. */
export function needsSecondPerson(rule: Pick<IssueRule, "approvalFrom">, value: number): boolean {
  return rule.approvalFrom !== null && value >= rule.approvalFrom;
}

/** The first day of an order lies at most so many days ahead, as order_start_days() of SQL says. */
export const MOST_DAYS_AHEAD = 90;

export type RuleFault =
  | "value_too_large"
  | "provider_needed"
  | "provider_open"
  | "starts_in_past"
  | "starts_too_far"
  | "ends_outside_rule";

/** Why the kind forbids an order, or null. `today` is the database's day in Bogotá. */
export function ruleFault(
  rule: IssueRule,
  order: { value: number; providerNit: string | null; issuedOn: CalendarDay; validUntil: CalendarDay },
  today: CalendarDay,
): RuleFault | null {
  if (order.value > rule.largestValue) return "value_too_large";
  if (rule.providerRule === "bound" && order.providerNit === null) return "provider_needed";
  if (rule.providerRule === "open" && order.providerNit !== null) return "provider_open";
  if (order.issuedOn < today) return "starts_in_past";
  if (order.issuedOn > addDays(today, MOST_DAYS_AHEAD)) return "starts_too_far";
  if (order.validUntil < order.issuedOn || order.validUntil > lastDayOf(rule, order.issuedOn))
    return "ends_outside_rule";
  return null;
}
