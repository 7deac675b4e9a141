import { owner } from "./look-up-orders";

/** What the server writes by itself, and what counts attempts and sessions. */
const moving = ["budget_counter", "session", "job_run", "miss_alert"];

type Rows = Map<string, string>;

/** Every row of the database as it is now, by its table and digest. Those that name one of these ids are left out. */
export async function rowDigests(ids: readonly string[]): Promise<Rows> {
  const rows: Rows = new Map();
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${moving})`;
  const pattern = ids.length > 0 ? ids.join("|") : "^$";
  for (const { name } of tables)
    for (const { digest } of await owner<{ digest: string }[]>`
      select md5(t::text) as digest from ${owner(name)} t where t::text !~ ${pattern}`)
      rows.set(`${name} ${digest}`, name);
  return rows;
}

/** Tables in which rows came, went or changed. */
export function changedTables(before: Rows, after: Rows): string[] {
  const changed = [
    ...[...before].filter(([row]) => !after.has(row)),
    ...[...after].filter(([row]) => !before.has(row)),
  ];
  return [...new Set(changed.map(([, name]) => name))].sort();
}
