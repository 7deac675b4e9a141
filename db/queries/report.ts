import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { reports } from "@/db/schema/report";
import type { Grant } from "@/model/access";
import type { ComposedMail } from "@/model/email";
import type { ReportReason } from "@/model/report";
import { mailsJson } from "./mail";

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

export type FilingOutcome = "done" | "not_allowed" | "not_found" | "too_many";

/** Files a report with its photo, in one statement; the same id again answers the same folio. */
export async function fileReport(
  db: Database,
  grant: Grant<"report.file">,
  report: {
    id: string;
    lookupId: string;
    verdict: string;
    reason: ReportReason;
    wordsSealed: Buffer | null;
    photo: { type: string; size: number; sealed: Buffer } | null;
    mails: ComposedMail[];
    ip: string;
  },
): Promise<{ outcome: FilingOutcome; folio: string | null }> {
  const { personId, provider } = grant.actor;
  const { photo } = report;
  const [row] = await db.execute<{ outcome: FilingOutcome; folio: string | null }>(sql`
    select * from file_report(${report.id}::uuid, ${provider.id}::uuid, ${personId}::uuid, ${report.lookupId}::uuid,
      ${report.verdict}, ${report.reason}, ${report.wordsSealed}::bytea, ${photo?.type ?? null},
      ${photo?.size ?? null}::int, ${photo?.sealed ?? null}::bytea,
      ${JSON.stringify(mailsJson(report.mails))}::text::jsonb, ${report.ip})`);
  if (!row) throw new Error("file_report answered nothing");
  return row;
}
