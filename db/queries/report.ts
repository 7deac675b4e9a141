import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import type { Grant } from "@/model/access";
import type { ReportOutcome, reportReasons } from "@/model/report";
import type { Verdict } from "@/model/verdict";
import { ownOf } from "./provider-own";

type Row = Answer<"own_reports">[number];
export type OwnReport = Omit<Row, "reason" | "verdict" | "outcome"> & {
  reason: (typeof reportReasons)[number];
  verdict: Verdict;
  outcome: ReportOutcome | null;
};

/** The provider's own report of that folio; null for anybody else's. */
export async function findOwnReport(db: Database, grant: Grant<"report.file">, folio: string) {
  const [row] = await call(db, "own_reports", { ...ownOf(grant), folio });
  return row ? (row as OwnReport) : null;
}

/** Whether a report of this look-up that doubts its paper would put the order in review now. */
export async function findReportHolds(db: Database, grant: Grant<"report.file">, lookup: string) {
  return (await call(db, "own_report_holds", { ...ownOf(grant), lookup }))?.holds ?? false;
}

/** The provider's reports, newest first. */
export async function listOwnReports(db: Database, grant: Grant<"report.file">): Promise<OwnReport[]> {
  return (await call(db, "own_reports", ownOf(grant))) as OwnReport[];
}
