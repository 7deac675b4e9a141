import { owner } from "./look-up-orders";

/**
 * Sums that triggers derive from the rows of orders and uses, which are compared themselves; a job of the server
 * merges their rows at any moment.
 */
export const mergedSums = ["order_sum", "settlement_sum"];

/** Tables that the server changes by itself, or that count attempts and sessions. */
const moving = ["budget_counter", "session", "job_run", "miss_alert", ...mergedSums];

type Rows = Map<string, string>;

/** Mails that a job of the server writes to the caja's people, of whatever waits meanwhile. */
const ofJob = ",desk[.]";

/** A digest of every row of the database, by table, without the rows that contain one of these ids. */
export async function rowDigests(ids: readonly string[]): Promise<Rows> {
  const rows: Rows = new Map();
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${moving})`;
  const pattern = ids.length > 0 ? ids.join("|") : "^$";
  for (const { name } of tables)
    for (const { digest } of await owner<{ digest: string }[]>`
      select md5(t::text) as digest from ${owner(name)} t where t::text !~ ${pattern}
        and not (${name} = 'mail' and t::text ~ ${ofJob})`)
      rows.set(`${name} ${digest}`, name);
  return rows;
}

/** The tables in which rows were inserted, updated or deleted. */
export function changedTables(before: Rows, after: Rows): string[] {
  const changed = [
    ...[...before].filter(([row]) => !after.has(row)),
    ...[...after].filter(([row]) => !before.has(row)),
  ];
  return [...new Set(changed.map(([, name]) => name))].sort();
}
