import type postgres from "postgres";

/** Makes a report older, so that the day's limits, which are another test's, do not count it. */
export const ageReport = (sql: postgres.Sql, report: string, days: number) =>
  sql`update report set filed_at = filed_at - make_interval(days => ${days}) where id = ${report}`;

/** Takes a report back within its minutes, although it was made older. */
export async function withdrawReport(
  sql: postgres.Sql,
  report: string | undefined,
  by: { personId: string; providerId: string } | null,
): Promise<string> {
  if (!report) return "nothing";
  const { personId = "", providerId = "" } = by ?? {};
  await ageReport(sql, report, -3);
  const [row] = await sql<{ outcome: string }[]>`
    select withdraw_report(${report}, ${personId}, ${providerId}, '[]', 'x') as outcome`;
  await ageReport(sql, report, 3);
  return row?.outcome ?? "nothing";
}
