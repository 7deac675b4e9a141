import { owner } from "./look-up-orders";

/**
 * Sums of the rows of orders, uses and look-ups, which are compared themselves; a job of the server writes them at any
 * moment.
 */
export const mergedSums = ["order_sum", "settlement_sum", "answer_sum"];

/**
 * Tables that the server changes by itself, or that count attempts and sessions; and the addresses of events, which are
 * compared themselves and name their people.
 */
const moving = ["budget_counter", "session", "job_run", "miss_alert", "audit_address", ...mergedSums];

type Rows = Map<string, string>;

/**
 * What jobs of the server write of whatever is due meanwhile, a quarter of an hour after it started among others: mails
 * to the caja's people, and that the end of a convenio, a renewal or an old load of orders was told.
 */
const mailsOfJobs = "^(desk|agreements?[.]ends?|provider[.]renewal|orders[.]stale)";
const eventsOfJobs = ["agreement.end_told", "provider.renewal_told"];

/** A digest of every row of the database, by table, without the rows that contain one of these ids. */
export async function rowDigests(ids: readonly string[], sql = owner): Promise<Rows> {
  const rows: Rows = new Map();
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${moving})`;
  const pattern = ids.length > 0 ? ids.join("|") : "^$";
  for (const { name } of tables)
    for (const { digest } of await sql<{ digest: string }[]>`
      select md5(t::text) as digest from ${sql(name)} t where t::text !~ ${pattern} and ${notOfJob(name, sql)}`)
      rows.set(`${name} ${digest}`, name);
  return rows;
}

/** Leaves out the rows of a table `t` that jobs of the server write. */
export function notOfJob(table: string, sql: typeof owner) {
  if (table === "mail") return sql`t.event_key !~ ${mailsOfJobs}`;
  if (table === "audit_event") return sql`t.action <> all(${eventsOfJobs})`;
  return sql`true`;
}

/** The tables in which rows were inserted, updated or deleted. */
export function changedTables(before: Rows, after: Rows): string[] {
  const changed = [
    ...[...before].filter(([row]) => !after.has(row)),
    ...[...after].filter(([row]) => !before.has(row)),
  ];
  return [...new Set(changed.map(([, name]) => name))].sort();
}
