import { and, between, desc, eq, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { containing } from "@/db/like";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { providers } from "@/db/schema/provider";
import { requests } from "@/db/schema/request";
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
  /** Limits the page to events before this number. */
  before: number | null;
};

export type AuditLine = Awaited<ReturnType<typeof listAudit>>["lines"][number];

/** More people than this are not looked for one by one. */
const MOST_NAMED = 200;
/** Maximum number of events scanned when the index covers only some of the filters. */
const REACH = 20_000;

/**
 * A page of the log, newest first, with one line more than `limit` when there are older ones. Whom a search names is
 * found first; then the log is read by an index, and never walked whole. `partial`: only the newest events were looked
 * at; older ones may fit too, and a day finds them.
 */
export async function listAudit(db: Database, filter: AuditFilter, limit: number) {
  const [people, abouts] = await Promise.all([
    filter.person === "" ? null : findPersons(db, filter.person),
    filter.subject === "" ? null : findAbouts(db, filter.subject),
  ]);
  if (people?.length === 0) return { lines: [], partial: false };
  const many = people !== null && people.length > MOST_NAMED;
  const named = people === null || many ? [] : people;
  const done = filter.action === null ? undefined : eq(auditEvents.action, filter.action);
  const span = await findSpan(db, filter);

  const byNamed = named.map((person) => eq(auditEvents.actorId, person));
  const ways = abouts ?? (byNamed.length > 0 ? byNamed : [many ? undefined : done]);
  const rest = and(
    span.within,
    abouts && named.length > 0 ? inArray(auditEvents.actorId, named) : undefined,
    many ? inArray(auditEvents.actorId, personsNamed(db, filter.person)) : undefined,
    ways[0] === done ? undefined : done,
  );
  const each = rest ? Math.ceil(REACH / ways.length) : limit + 1;
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
  if (!first) return { lines: [], partial: false };
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
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      channel: auditEvents.channel,
      ip: auditEvents.ip,
      detail: sql<Record<string, unknown>>`${auditEvents.detail}`,
    })
    .from(newest)
    .innerJoin(auditEvents, eq(auditEvents.seq, newest.seq))
    .leftJoin(persons, eq(persons.id, auditEvents.actorId))
    .leftJoin(providers, eq(providers.id, auditEvents.providerId))
    .orderBy(desc(auditEvents.seq));
  if (!rest || lines.length > limit) return { lines, partial: false };
  const full = await db
    .select({ way: all.way })
    .from(all)
    .groupBy(all.way)
    .having(sql`count(*) = ${each}`)
    .limit(1);
  return { lines, partial: full.length > 0 };
}

const personsNamed = (db: Database, person: string) =>
  db
    .select({ id: persons.id })
    .from(persons)
    .where(or(ilike(persons.name, containing(person)), ilike(persons.email, containing(person))));

async function findPersons(db: Database, person: string): Promise<string[]> {
  const rows = await personsNamed(db, person).limit(MOST_NAMED + 1);
  return rows.map(({ id }) => id);
}

/** What a subject can be: the id of what happened to, a request by its filing number, a provider by its NIT. */
async function findAbouts(db: Database, subject: string): Promise<SQL[]> {
  const [filed, companies] = await Promise.all([
    db
      .select({ id: requests.id })
      .from(requests)
      .where(eq(requests.filingNumber, plain(subject))),
    db
      .select({ id: providers.id })
      .from(providers)
      .where(inArray(providers.nit, nitReadings(searchedNit(subject) ?? ""))),
  ]);
  return [
    ...[subject, ...filed.map(({ id }) => id)].map((id) => eq(auditEvents.subjectId, id)),
    ...companies.map(({ id }) => eq(auditEvents.providerId, id)),
  ];
}

/** The numbers between which the day lies, and before which the page begins. */
async function findSpan(
  db: Database,
  { day, before }: AuditFilter,
): Promise<{ numbers: SQL | undefined; within: SQL | undefined }> {
  const older = before === null ? undefined : lt(auditEvents.seq, before);
  if (day === null) return { numbers: older, within: undefined };
  const within = sql`${auditEvents.at} >= bogota_start(${day}::date) and ${auditEvents.at} < bogota_start(${day}::date + 1)`;
  const events = db.select({ seq: auditEvents.seq }).from(auditEvents).where(within).orderBy(auditEvents.at);
  const [found] = await db
    .select({
      first: sql`min(day.seq)`.mapWith(auditEvents.seq),
      last: sql`max(day.seq)`.mapWith(auditEvents.seq),
    })
    .from(sql`(${events} offset 0) as day`); // or else the numbers are walked for the first and the last of them
  if (!found?.first || !found.last) return { numbers: sql`false`, within };
  return { numbers: and(between(auditEvents.seq, found.first, found.last), older), within };
}
