import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { lookups } from "@/db/schema/lookup";
import { comparisons } from "@/db/schema/lookup-comparison";
import { orders } from "@/db/schema/order";
import { orderKinds } from "@/db/schema/order-kind";
import { providers } from "@/db/schema/provider";
import { reports } from "@/db/schema/report";
import type { Grant } from "@/model/access";
import type { ComparedRow } from "@/model/comparison";
import { PATTERN_DAYS } from "@/model/report";

export const DESK_PAGE = 50;
export const deskTabs = ["por-revisar", "cerradas"] as const;
export type DeskTab = (typeof deskTabs)[number];

const lately = sql`now() - make_interval(days => ${PATTERN_DAYS})`;
const decider = alias(persons, "decider");

/** Everything of a report but its photo; the two counts are of the last days, this one among them. */
const facts = {
  id: reports.id,
  folio: reports.folio,
  providerId: reports.providerId,
  providerName: providers.legalName,
  reporter: persons.name,
  reporterId: reports.reportedBy,
  askedAt: lookups.askedAt,
  kindName: orderKinds.name,
  /** As on the order, else the last signs of what was typed; "" when a code was read and no order came of it. */
  number: sql<string>`coalesce(${orders.number}, ${lookups.numberTyped})`,
  lookupId: reports.lookupId,
  numberSealed: lookups.numberSealed,
  orderId: reports.orderId,
  verdict: reports.verdict,
  reason: reports.reason,
  wordsSealed: reports.wordsSealed,
  filedAt: reports.filedAt,
  putInReview: reports.putInReview,
  /** This report holds the order now; and so many other reports and persons do. */
  holds: sql<boolean>`exists (select from order_hold h where h.report_id = ${reports.id} and h.released_at is null)`,
  otherHolds: sql<number>`(select count(*)::int from order_hold h where h.order_id = ${reports.orderId}
    and h.released_at is null and h.report_id is distinct from ${reports.id})`,
  hasPhoto: sql<boolean>`exists (select from report_photo f where f.report_id = ${reports.id})`,
  outcome: reports.outcome,
  answer: reports.answer,
  action: reports.action,
  decider: decider.name,
  decidedAt: reports.decidedAt,
  withdrawnAt: reports.withdrawnAt,
  differing: sql<ComparedRow[]>`coalesce(${comparisons.differing}, '{}')`,
  /** Whole pesos. */
  paperValue: comparisons.paperValue,
  /** Reports of the last days of this provider, and of this order. */
  ofProvider: sql<number>`(select count(*)::int from report s where s.provider_id = ${reports.providerId}
    and s.withdrawn_at is null and s.filed_at > ${lately})`,
  ofOrder: sql<number>`(select count(*)::int from report s where s.order_id = ${reports.orderId}
    and s.withdrawn_at is null and s.filed_at > ${lately})`,
};
export type DeskReport = Awaited<ReturnType<typeof select>>[number];

const select = (db: Database) =>
  db
    .select(facts)
    .from(reports)
    .innerJoin(providers, eq(providers.id, reports.providerId))
    .innerJoin(persons, eq(persons.id, reports.reportedBy))
    .innerJoin(lookups, eq(lookups.id, reports.lookupId))
    .leftJoin(orders, eq(orders.id, reports.orderId))
    .leftJoin(orderKinds, sql`${orderKinds.code} = coalesce(${orders.kindCode}, ${lookups.kindCode})`)
    .leftJoin(decider, eq(decider.id, reports.decidedBy))
    .leftJoin(comparisons, eq(comparisons.lookupId, reports.lookupId))
    .$dynamic();

/** What nobody decided and nobody took back waits for the desk. */
const waitingReport = and(isNull(reports.decidedAt), isNull(reports.withdrawnAt));
const closed = or(isNotNull(reports.decidedAt), isNotNull(reports.withdrawnAt));

async function countReports(db: Database, wanted: SQL | undefined): Promise<number> {
  const [row] = await db.select({ total: count() }).from(reports).where(wanted);
  return row?.total ?? 0;
}

/** One page: what waits, the nearest deadline first; or what is closed, the newest first. */
export async function listReports(
  db: Database,
  _grant: Grant<"report.read">,
  { tab, page }: { tab: DeskTab; page: number },
): Promise<{ rows: DeskReport[]; total: number }> {
  const open = tab === "por-revisar";
  const wanted = open ? waitingReport : closed;
  const sorted = open
    ? [asc(reports.filedAt), asc(reports.folio)]
    : [desc(sql`coalesce(${reports.decidedAt}, ${reports.withdrawnAt})`), desc(reports.folio)];
  const [rows, all] = await Promise.all([
    select(db)
      .where(wanted)
      .orderBy(...sorted)
      .limit(DESK_PAGE)
      .offset((page - 1) * DESK_PAGE),
    countReports(db, wanted),
  ]);
  return { rows, total: all };
}

export async function findReport(
  db: Database,
  _grant: Grant<"report.read">,
  folio: string,
): Promise<DeskReport | null> {
  const [row] = await select(db).where(eq(reports.folio, folio));
  return row ?? null;
}
