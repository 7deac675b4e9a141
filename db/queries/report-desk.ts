import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Grant } from "@/model/access";
import type { ComparedRow } from "@/model/comparison";
import {
  PATTERN_DAYS,
  type ReportedOrderAction,
  type ReportOutcome,
  type ReportReason,
} from "@/model/report";
import type { Verdict } from "@/model/verdict";

export const DESK_PAGE = 50;
export const deskTabs = ["por-revisar", "cerradas"] as const;
export type DeskTab = (typeof deskTabs)[number];

type Row = {
  id: string;
  folio: string;
  provider_id: string;
  provider_name: string;
  reporter: string;
  reporter_id: string;
  lookup_id: string;
  asked_at: string;
  kind_name: string | null;
  number: string;
  order_id: string | null;
  verdict: Verdict;
  reason: ReportReason;
  words_sealed: Buffer | null;
  filed_at: string;
  put_in_review: boolean;
  holds: boolean;
  other_holds: number;
  outcome: ReportOutcome | null;
  answer: string | null;
  action: ReportedOrderAction | null;
  decider: string | null;
  decided_at: string | null;
  differing: ComparedRow[] | null;
  paper_value: string | null;
  of_provider: number;
  of_order: number;
  has_photo: boolean;
};

const lately = sql`now() - make_interval(days => ${PATTERN_DAYS})`;

/** Everything of a report but its photo; the two counts are of the last days, this one among them. */
const facts = sql`
  select r.id, r.folio, r.provider_id, v.legal_name as provider_name, p.name as reporter, r.reported_by as reporter_id,
    r.lookup_id, l.asked_at, k.name as kind_name, coalesce(o.number, l.number_typed) as number, r.order_id, r.verdict,
    r.reason, r.words_sealed, r.filed_at, r.put_in_review, r.outcome, r.answer, r.deed, d.name as decider, r.decided_at,
    c.differing, c.paper_value,
    exists (select from order_hold h where h.report_id = r.id and h.released_at is null) as holds,
    (select count(*)::int from order_hold h where h.order_id = r.order_id and h.released_at is null
      and h.report_id is distinct from r.id) as other_holds,
    exists (select from report_photo f where f.report_id = r.id) as has_photo,
    (select count(*)::int from report s where s.provider_id = r.provider_id and s.filed_at > ${lately}) as of_provider,
    (select count(*)::int from report s where s.order_id = r.order_id and s.filed_at > ${lately}) as of_order
  from report r
  join provider v on v.id = r.provider_id
  join person p on p.id = r.reported_by
  join lookup l on l.id = r.lookup_id
  left join "order" o on o.id = r.order_id
  left join order_kind k on k.code = coalesce(o.kind_code, l.kind_code)
  left join person d on d.id = r.decided_by
  left join comparison c on c.lookup_id = r.lookup_id`;

export type DeskReport = ReturnType<typeof reportOf>;

function reportOf(row: Row) {
  return {
    id: row.id,
    folio: row.folio,
    providerId: row.provider_id,
    providerName: row.provider_name,
    reporter: row.reporter,
    reporterId: row.reporter_id,
    askedAt: new Date(row.asked_at),
    kindName: row.kind_name,
    /** As on the order, else as it was typed; "" when a code was read and no order came of it. */
    number: row.number,
    orderId: row.order_id,
    verdict: row.verdict,
    reason: row.reason,
    wordsSealed: row.words_sealed,
    filedAt: new Date(row.filed_at),
    putInReview: row.put_in_review,
    /** This report holds the order now; and so many other reports and persons do. */
    holds: row.holds,
    otherHolds: row.other_holds,
    hasPhoto: row.has_photo,
    outcome: row.outcome,
    answer: row.answer,
    action: row.action,
    decider: row.decider,
    decidedAt: row.decided_at ? new Date(row.decided_at) : null,
    differing: row.differing ?? [],
    /** Whole pesos. */
    paperValue: row.paper_value === null ? null : Number(row.paper_value),
    /** Reports of the last days of this provider, and of this order. */
    ofProvider: row.of_provider,
    ofOrder: row.of_order,
  };
}

/** One page: what waits, the nearest deadline first; or what is closed, the newest first. */
export async function listReports(
  db: Database,
  _grant: Grant<"report.read">,
  { tab, page }: { tab: DeskTab; page: number },
): Promise<{ rows: DeskReport[]; total: number }> {
  const open = tab === "por-revisar";
  const wanted = open ? sql`r.decided_at is null` : sql`r.decided_at is not null`;
  const sorted = open ? sql`r.filed_at, r.folio` : sql`r.decided_at desc, r.folio desc`;
  const [rows, [count]] = await Promise.all([
    db.execute<Row>(sql`${facts} where ${wanted} order by ${sorted}
      limit ${DESK_PAGE} offset ${(page - 1) * DESK_PAGE}`),
    db.execute<{ total: number }>(sql`select count(*)::int as total from report r where ${wanted}`),
  ]);
  return { rows: rows.map(reportOf), total: count?.total ?? 0 };
}

export async function findReport(
  db: Database,
  _grant: Grant<"report.read">,
  folio: string,
): Promise<DeskReport | null> {
  const [row] = await db.execute<Row>(sql`${facts} where r.folio = ${folio}`);
  return row ? reportOf(row) : null;
}

/** How many reports wait. */
export async function countWaitingReports(db: Database, _grant: Grant<"report.read">): Promise<number> {
  const [row] = await db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from report where decided_at is null`,
  );
  return row?.waiting ?? 0;
}
