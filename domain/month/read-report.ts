import { type Database, databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { listDecisions } from "@/db/queries/request-decision";
import { workingDaysTaken } from "@/domain/caja/month";
import { ANSWER_WORKING_DAYS } from "@/domain/request/rules";
import type { Grant } from "@/model/access";
import type { Period } from "@/model/settlement";
import {
  type Lines,
  type Measures,
  type ProviderLine,
  providerLines,
  reportLines,
  sumOfKinds,
} from "./lines";
import {
  daysOfMonth,
  type Month,
  type MonthFault,
  monthBefore,
  monthsUpTo,
  percentile,
  readMonthParam,
} from "./month";

/** Requests or renewals of a month, and how long their decisions took in working days. */
export type RequestFigures = {
  received: number;
  returned: number;
  approved: number;
  rejected: number;
  /** Null without a decision. */
  median: number | null;
  p90: number | null;
  late: number;
};

/** A month and the one before it. `days` end today in the month that is running. */
export type MonthReport = {
  month: Month;
  before: Month;
  today: string;
  days: Period;
  isRunning: boolean;
  lines: Lines;
  providers: ProviderLine[];
  requests: { now: RequestFigures; before: RequestFigures };
  /** What providers who are approved gave again. */
  renewals: { now: RequestFigures; before: RequestFigures };
  /** The months that lead here, the earliest first and this one last. */
  course: MonthInMoney[];
};

/** The orders of a month in money. */
type MonthInMoney = { month: Month; orders: Measures };

const COURSE_MONTHS = 6;

/** The report of a month of an address, or why there is none. Sums only, without personal data. */
export async function readMonthReport(
  grant: Grant<"settlement.read">,
  param: unknown,
): Promise<MonthReport | { fault: MonthFault; today: string }> {
  const db = databaseFor(grant);
  const today = await call(db, "bogota_today", {});
  const month = readMonthParam(param, today);
  if (month === "future" || month === "unknown") return { fault: month, today };
  const before = monthBefore(month);
  const days = daysOfMonth(month, today);
  const [now, then, course] = await Promise.all([
    readFigures(db, days),
    readFigures(db, daysOfMonth(before, today)),
    Promise.all(
      monthsUpTo(month, COURSE_MONTHS).map(async (each) => ({
        month: each,
        orders: sumOfKinds(await call(db, "orders_by_kind", daysOfMonth(each, today))),
      })),
    ),
  ]);
  const lines = reportLines(now, then);
  return {
    month,
    before,
    today,
    days,
    isRunning: days.to === today,
    lines,
    providers: providerLines(now, then, lines.total),
    requests: { now: now.requests, before: then.requests },
    renewals: { now: now.renewals, before: then.renewals },
    course,
  };
}

async function readFigures(db: Database, days: Period) {
  const [kinds, providers, review, requests, renewals] = await Promise.all([
    call(db, "orders_by_kind", days),
    call(db, "orders_by_provider", days),
    call(db, "orders_in_review", { day: days.to }),
    readRequests(db, days, false),
    readRequests(db, days, true),
  ]);
  return { kinds, providers, review, requests, renewals };
}

async function readRequests(db: Database, days: Period, renews: boolean): Promise<RequestFigures> {
  const [counts, decisions] = await Promise.all([
    call(db, "requests_in_days", { ...days, renews }),
    listDecisions(db, days, renews),
  ]);
  const taken = decisions.map(({ submittedAt, decidedAt }) =>
    workingDaysTaken(submittedAt, decidedAt, Number.POSITIVE_INFINITY),
  );
  return {
    ...counts,
    median: percentile(taken, 0.5),
    p90: percentile(taken, 0.9),
    late: taken.filter((days) => days > ANSWER_WORKING_DAYS).length,
  };
}
