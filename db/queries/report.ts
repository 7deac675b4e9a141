import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { reports } from "@/db/schema/report";
import type { Grant } from "@/model/access";

const MOST = 100;

const own = {
  id: reports.id,
  folio: reports.folio,
  lookupId: reports.lookupId,
  reason: reports.reason,
  verdict: reports.verdict,
  wordsSealed: reports.wordsSealed,
  filedAt: reports.filedAt,
  putInReview: reports.putInReview,
  outcome: reports.outcome,
  answer: reports.answer,
  decidedAt: reports.decidedAt,
  reportedBy: reports.reportedBy,
  withdrawnAt: reports.withdrawnAt,
  /** Until when who reported may take it back, and whether that is still so by the database's clock. */
  withdrawUntil: sql<Date>`report_withdrawn_until(${reports.filedAt})`.mapWith(reports.filedAt),
  mayWithdraw: sql<boolean>`${reports.withdrawnAt} is null and ${reports.decidedAt} is null
    and now() <= report_withdrawn_until(${reports.filedAt})`,
  hasPhoto: sql<boolean>`exists (select from report_photo f where f.report_id = ${reports.id})`,
};
export type OwnReport = NonNullable<Awaited<ReturnType<typeof findOwnReport>>>;

/** The provider's own report of that folio; null for anybody else's. */
export async function findOwnReport(db: Database, grant: Grant<"report.file">, folio: string) {
  const [row] = await db
    .select(own)
    .from(reports)
    .where(and(eq(reports.folio, folio), eq(reports.providerId, grant.actor.provider.id)));
  return row ?? null;
}

/** The provider's reports, newest first. */
export function listOwnReports(db: Database, grant: Grant<"report.file">) {
  return db
    .select(own)
    .from(reports)
    .where(eq(reports.providerId, grant.actor.provider.id))
    .orderBy(desc(reports.filedAt))
    .limit(MOST);
}
