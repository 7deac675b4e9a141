import { and, asc, between, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { providers } from "@/db/schema/provider";
import { type AuditSubject, findAbouts, findProviders, personsNamed } from "./audit-abouts";

export type AuditFilter = {
  /** Days in Bogotá, "2026-11-24", both of them included. */
  from: string | null;
  to: string | null;
  action: string | null;
  /** Part of a name or e-mail. */
  person: string;
  /** A name or a NIT. */
  provider: string;
  /** What it is about: an order with all around it, a request, a report, a use, a look-up. */
  subject: AuditSubject | null;
  /** Limits the page to events before this number. */
  before: number | null;
};

export type AuditLine = Awaited<ReturnType<typeof listAudit>>["lines"][number];

/** More people than this are not looked for one by one. */
const MOST_NAMED = 200;
/** Maximum number of events scanned when the index covers only some of the filters. */
const REACH = 20_000;

/** How many lines a page of the log has, and how many events are scanned for them at most. */
export type AuditWindow = { limit: number; reach?: number };

/**
 * A page of the log, newest first, with one line more than `limit` when there are older ones. Whom a search names is
 * found first; then the log is read by an index, and never walked whole. `horizon`: only events from this number on
 * were looked at; older ones may fit too, and a page before it goes on there. No line is older than it, since another
 * person or company of the search may have events between the two.
 */
export async function listAudit(db: Database, filter: AuditFilter, { limit, reach = REACH }: AuditWindow) {
  const [people, abouts, companies] = await Promise.all([
    filter.person === "" ? null : findPersons(db, filter.person),
    filter.subject === null ? null : findAbouts(db, filter.subject),
    filter.provider === "" ? null : findProviders(db, filter.provider, MOST_NAMED),
  ]);
  if (people?.length === 0 || companies?.length === 0) return { lines: [], horizon: null };
  const many = people !== null && people.length > MOST_NAMED;
  const named = people === null || many ? [] : people;
  const done = filter.action === null ? undefined : eq(auditEvents.action, filter.action);
  const span = await findSpan(db, filter);

  const byNamed = named.map((person) => eq(auditEvents.actorId, person));
  const byProvider = (companies ?? []).map((provider) => eq(auditEvents.providerId, provider));
  const leading = [byNamed, byProvider].find((found) => found.length > 0);
  const ways = abouts ?? leading ?? [many ? undefined : done];
  const rest = and(
    span.within,
    leading !== byNamed || abouts
      ? named.length > 0
        ? inArray(auditEvents.actorId, named)
        : undefined
      : undefined,
    companies && (leading !== byProvider || abouts) ? inArray(auditEvents.providerId, companies) : undefined,
    many ? inArray(auditEvents.actorId, personsNamed(db, filter.person)) : undefined,
    ways[0] === done ? undefined : done,
  );
  const each = rest ? Math.ceil(reach / ways.length) : limit + 1;
  // Of the index alone: the events themselves are read once they are few.
  const reached = ways.map((leads, at) =>
    db
      .select({ way: sql<number>`${at}::int`.as("way"), seq: auditEvents.seq })
      .from(auditEvents)
      .where(and(leads, span.numbers))
      .orderBy(desc(auditEvents.seq))
      .limit(each),
  );
  const [first, second, ...others] = reached;
  if (!first) return { lines: [], horizon: null };
  const all = (second ? unionAll(first, second, ...others) : first).as("reached");
  const newest = db
    .selectDistinct({ seq: auditEvents.seq })
    .from(all)
    .innerJoin(auditEvents, eq(auditEvents.seq, all.seq))
    .where(rest)
    .orderBy(desc(auditEvents.seq))
    .limit(limit + 1)
    .as("newest");
  const lines = await db
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      action: auditEvents.action,
      actor: persons.name,
      provider: providers.legalName,
      providerId: auditEvents.providerId,
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      channel: auditEvents.channel,
      ip: sql<string | null>`address_of(${auditEvents})`,
      detail: sql<Record<string, unknown>>`${auditEvents.detail}`,
    })
    .from(newest)
    .innerJoin(auditEvents, eq(auditEvents.seq, newest.seq))
    .leftJoin(persons, eq(persons.id, auditEvents.actorId))
    .leftJoin(providers, eq(providers.id, auditEvents.providerId))
    .orderBy(desc(auditEvents.seq));
  // One way alone is never older than what it leads to.
  if (!rest || (ways.length === 1 && lines.length > limit)) return { lines, horizon: null };
  const full = db
    .select({ oldest: sql`min(${all.seq})`.mapWith(auditEvents.seq).as("oldest") })
    .from(all)
    .groupBy(all.way)
    .having(sql`count(*) = ${each}`)
    .as("full_way");
  const [{ horizon } = { horizon: null }] = await db
    .select({ horizon: sql<number | null>`max(${full.oldest})`.mapWith(auditEvents.seq) })
    .from(full);
  const whole = horizon === null ? lines : lines.filter(({ seq }) => seq >= horizon);
  return { lines: whole, horizon: whole.length > limit ? null : horizon };
}

async function findPersons(db: Database, person: string): Promise<string[]> {
  const rows = await personsNamed(db, person).limit(MOST_NAMED + 1);
  return rows.map(({ id }) => id);
}

/** The first and the last moment of the days asked for at which something happened. */
async function findEdges(db: Database, within: SQL) {
  const edge = (order: typeof asc) =>
    db
      .select({ day: sql<string>`bogota_day(${auditEvents.at})::text` })
      .from(auditEvents)
      .where(within)
      .orderBy(order(auditEvents.at))
      .limit(1);
  const [[first], [last]] = await Promise.all([edge(asc), edge(desc)]);
  return first && last ? { first: first.day, last: last.day } : null;
}

/** The numbers between which the days lie, and before which the page begins. */
async function findSpan(
  db: Database,
  { from, to, before }: AuditFilter,
): Promise<{ numbers: SQL | undefined; within: SQL | undefined }> {
  const older = before === null ? undefined : lt(auditEvents.seq, before);
  if (from === null && to === null) return { numbers: older, within: undefined };
  const within = and(
    from === null ? undefined : sql`${auditEvents.at} >= bogota_start(${from}::date)`,
    to === null ? undefined : sql`${auditEvents.at} < bogota_start(${to}::date + 1)`,
  );
  const edges = within && (await findEdges(db, within));
  if (!edges) return { numbers: sql`false`, within };
  // Events of one transaction have one moment, so that the first number of a day need not be of its first event.
  const numbersOf = (day: string) => {
    const events = db
      .select({ seq: auditEvents.seq })
      .from(auditEvents)
      .where(
        sql`${auditEvents.at} >= bogota_start(${day}::date) and ${auditEvents.at} < bogota_start(${day}::date + 1)`,
      )
      .orderBy(auditEvents.at);
    return db
      .select({
        first: sql`min(day.seq)`.mapWith(auditEvents.seq),
        last: sql`max(day.seq)`.mapWith(auditEvents.seq),
      })
      .from(sql`(${events} offset 0) as day`); // or else the numbers are walked for the first and the last of them
  };
  const [[begin], [end]] = await Promise.all([numbersOf(edges.first), numbersOf(edges.last)]);
  if (!begin?.first || !end?.last) return { numbers: sql`false`, within };
  return { numbers: and(between(auditEvents.seq, begin.first, end.last), older), within };
}
