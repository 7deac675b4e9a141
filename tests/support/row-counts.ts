import { mergedSums, notOfJob } from "./changed-tables";
import { owner } from "./look-up-orders";

/** The number of rows of every table, except those that count attempts or note the server's own work. */
export async function rowCounts(): Promise<Record<string, number>> {
  const names = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${["budget_counter", "audit_event", "audit_address", "job_run", "session", ...mergedSums]})`;
  const rows: Record<string, number> = {};
  for (const { name } of names) {
    const [row] = await owner<{ n: number }[]>`select count(*)::int as n from ${owner(name)} t
      where ${notOfJob(name, owner)}`;
    rows[name] = row?.n ?? 0;
  }
  return rows;
}
