import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import { nitReadings, searchedNit } from "@/model/identity/nit";
import { plain } from "@/model/identity/typed";

export type AuditFilter = {
  /** A day in Bogotá, "2026-11-24". */
  day: string | null;
  action: string | null;
  /** Part of a name or e-mail. */
  person: string;
  /** A filing number, a NIT, or the id of what it is about. */
  subject: string;
  /** Only what came before this number. */
  before: number | null;
};

type Row = {
  seq: string;
  at: string;
  action: string;
  actor: string | null;
  provider: string | null;
  subject_kind: string;
  subject_id: string;
  channel: string;
  ip: string | null;
  detail: Record<string, unknown>;
};

const toLine = (row: Row) => ({
  seq: Number(row.seq),
  at: new Date(row.at),
  action: row.action,
  actor: row.actor,
  provider: row.provider,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  channel: row.channel,
  ip: row.ip,
  detail: row.detail,
});
export type AuditLine = ReturnType<typeof toLine>;

/** More people than this are not looked for one by one. */
const MOST_NAMED = 200;
/** So many events are looked at when what leads to them is not all that is asked. */
const REACH = 20_000;

export type AuditPage = {
  lines: AuditLine[];
  /** Only the newest events were looked at: older ones may fit too, and a day finds them. */
  partial: boolean;
};

/**
 * A page of the log, newest first, with one line more than `limit` when there are older ones. Whom a search names is
 * found first; then the log is read by an index, and never walked whole.
 */
export async function listAudit(db: Database, filter: AuditFilter, limit: number): Promise<AuditPage> {
  const [persons, abouts] = await Promise.all([
    filter.person === "" ? null : findPersons(db, filter.person),
    filter.subject === "" ? null : findAbouts(db, filter.subject),
  ]);
  if (persons?.length === 0) return { lines: [], partial: false };
  const many = persons !== null && persons.length > MOST_NAMED;
  const named = persons === null || many ? [] : persons;
  const among = many ? sql`e.actor_id in (${personsNamed(filter.person)})` : undefined;
  const done = filter.action === null ? undefined : sql`e.action = ${filter.action}`;
  const span = await findSpan(db, filter);

  const way = abouts ?? (named.length > 0 ? named.map(isBy) : [done && !many ? done : sql`true`]);
  const rest = [
    span.within,
    abouts && named.length > 0 ? sql`e.actor_id = any(${uuids(named)})` : undefined,
    among,
    way[0] === done ? undefined : done,
  ].filter((condition) => condition !== undefined);
  const each = rest.length === 0 ? limit + 1 : Math.ceil(REACH / way.length);
  const reached = way.map(
    // Of the index alone: the events themselves are read once they are few.
    (leads, at) => sql`(select ${at}::int as way, e.seq from audit_event e
      where ${leads} and ${span.numbers} order by e.seq desc limit ${each}::int)`,
  );
  const rows = await db.execute<Row & { full: boolean }>(sql`
    with reached as materialized (${sql.join(reached, sql` union all `)}),
    newest as (select distinct e.seq from reached r join audit_event e on e.seq = r.seq where ${rest.length > 0 ? sql.join(rest, sql` and `) : sql`true`}
      order by e.seq desc limit ${limit + 1}::int)
    select e.seq::text as seq, e.at, e.action, p.name as actor, v.legal_name as provider, e.subject_kind, e.subject_id,
      e.channel, e.ip, e.detail
    from newest join audit_event e on e.seq = newest.seq
    left join person p on p.id = e.actor_id left join provider v on v.id = e.provider_id
    order by e.seq desc`);
  const [end] =
    rest.length > 0 && rows.length <= limit
      ? await db.execute<{
          full: boolean;
        }>(sql`select exists (select from (${sql.join(reached, sql` union all `)}) e
          group by e.way having count(*) = ${each}::int) as full`)
      : [];
  return { lines: rows.map(toLine), partial: end?.full ?? false };
}

const isBy = (person: string) => sql`e.actor_id = ${person}::uuid`;

const personsNamed = (person: string) =>
  sql`select id from person where name ilike ${containing(person)} or email ilike ${containing(person)}`;

async function findPersons(db: Database, person: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`${personsNamed(person)} limit ${MOST_NAMED + 1}::int`);
  return rows.map(({ id }) => id);
}

/** What a subject can be: the id of what happened to, a request by its filing number, a provider by its NIT. */
async function findAbouts(db: Database, subject: string): Promise<SQL[]> {
  const nits = nitReadings(searchedNit(subject) ?? "").join(",");
  const [requests, providers] = await Promise.all([
    db.execute<{ id: string }>(sql`select id from request where filing_number = ${plain(subject)}`),
    db.execute<{ id: string }>(sql`select id from provider where nit = any(string_to_array(${nits}, ','))`),
  ]);
  const ids = [subject, ...requests.map(({ id }) => id)];
  return [
    ...ids.map((id) => sql`e.subject_id = ${id}`),
    ...providers.map(({ id }) => sql`e.provider_id = ${id}::uuid`),
  ];
}

const uuids = (ids: readonly string[]) => sql`string_to_array(${ids.join(",")}, ',')::uuid[]`;

/** The numbers between which the day lies, and before which the page begins. */
async function findSpan(
  db: Database,
  { day, before }: AuditFilter,
): Promise<{ numbers: SQL; within: SQL | undefined }> {
  const older = before === null ? sql`true` : sql`e.seq < ${before}::bigint`;
  if (day === null) return { numbers: older, within: undefined };
  const within = sql`e.at >= bogota_start(${day}::date)
    and e.at < bogota_start(${day}::date + 1)`;
  const [found] = await db.execute<{ first: string | null; last: string | null }>(sql`
    select min(d.seq)::text as first, max(d.seq)::text as last
    from (select e.seq from audit_event e where ${within} order by e.at offset 0) d`);
  if (!found?.first || !found.last) return { numbers: sql`false`, within };
  const numbers = sql`e.seq between ${found.first}::bigint and ${found.last}::bigint and ${older}`;
  return { numbers, within };
}
