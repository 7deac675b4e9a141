import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { listDecisions } from "@/db/queries/request-decision";
import { ANSWER_WORKING_DAYS } from "@/domain/request/rules";
import { can, type Grant } from "@/model/access";
import { addDays, bogotaDay, type CalendarDay } from "@/model/calendar";
import type { Period } from "@/model/settlement";
import { isWorkingDay } from "@/model/working-day";

/** Working days that were counted one by one; longer times are one bar. */
const LONGEST = ANSWER_WORKING_DAYS + 2;

/** This month in figures, as far as the person may read each: null where not. */
export async function readMonth(grant: Grant<"caja.dashboard">) {
  const { actor } = grant;
  const db = databaseFor(grant);
  const today = await call(db, "bogota_today", {});
  const days: Period = { from: `${today.slice(0, 7)}-01`, to: today };
  const [money, uses, answers, decisions] = await Promise.all([
    can(actor, "settlement.read") ? call(db, "orders_in_money", days) : null,
    can(actor, "settlement.read") ? call(db, "uses_by_day", days) : null,
    can(actor, "lookup.read") ? call(db, "answers_by_outcome", days) : null,
    can(actor, "request.read") ? listDecisions(db, days, false) : null,
  ]);
  return {
    days,
    money,
    uses: uses && everyDay(days, uses),
    answers,
    decided: decisions && countByDays(decisions),
  };
}

type DayOfUses = { day: CalendarDay; uses: number; amount: number };

/** A day without uses is a day of the chart too. */
function everyDay({ from, to }: Period, rows: readonly DayOfUses[]): DayOfUses[] {
  const known = new Map(rows.map((row) => [row.day, row]));
  const days: DayOfUses[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    days.push(known.get(day) ?? { day, uses: 0, amount: 0 });
  return days;
}

/** Working days from one moment to another; 0 is the same day, and no more than `most` are counted. */
export function workingDaysTaken(sentAt: Date, decidedAt: Date, most = LONGEST): number {
  const end = bogotaDay(decidedAt);
  let taken = 0;
  for (let day = addDays(bogotaDay(sentAt), 1); day <= end && taken < most; day = addDays(day, 1))
    if (isWorkingDay(day)) taken += 1;
  return taken;
}

/** How many requests took so many working days, the last one being "or more", and how many were late. */
function countByDays(decisions: readonly { submittedAt: Date; decidedAt: Date }[]) {
  const requests = Array.from({ length: LONGEST + 1 }, () => 0);
  for (const { submittedAt, decidedAt } of decisions) {
    const taken = workingDaysTaken(submittedAt, decidedAt);
    requests[taken] = (requests[taken] ?? 0) + 1;
  }
  return {
    requests,
    total: decisions.length,
    late: requests.slice(ANSWER_WORKING_DAYS + 1).reduce((sum, count) => sum + count, 0),
  };
}
