import { and, desc, eq, ilike, lt, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import { auditEvents } from "@/db/schema/audit";
import { providers } from "@/db/schema/provider";
import { containing, nitDigits } from "./request-queue";

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

/** A page of the log, newest first, with one line more than `limit` when there are older ones. */
export async function listAudit(db: Database, filter: AuditFilter, limit: number) {
  const { day, action, person, subject, before } = filter;
  return db
    .select({
      seq: auditEvents.seq,
      at: auditEvents.at,
      action: auditEvents.action,
      actor: persons.name,
      actorEmail: persons.email,
      provider: providers.legalName,
      subjectKind: auditEvents.subjectKind,
      subjectId: auditEvents.subjectId,
      channel: auditEvents.channel,
      ip: auditEvents.ip,
      detail: sql<Record<string, unknown>>`${auditEvents.detail}`,
    })
    .from(auditEvents)
    .leftJoin(persons, eq(persons.id, auditEvents.actorId))
    .leftJoin(providers, eq(providers.id, auditEvents.providerId))
    .where(
      and(
        before === null ? undefined : lt(auditEvents.seq, before),
        day === null
          ? undefined
          : sql`${auditEvents.at} >= ${day}::date::timestamp at time zone 'America/Bogota'
              and ${auditEvents.at} < (${day}::date + 1)::timestamp at time zone 'America/Bogota'`,
        action === null ? undefined : eq(auditEvents.action, action),
        person === ""
          ? undefined
          : or(ilike(persons.name, containing(person)), ilike(persons.email, containing(person))),
        subject === ""
          ? undefined
          : or(
              eq(auditEvents.subjectId, subject),
              sql`upper(${auditEvents.detail} ->> 'filing_number') = upper(${subject})`,
              eq(providers.nit, nitDigits(subject)),
            ),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit + 1);
}

export type AuditLine = Awaited<ReturnType<typeof listAudit>>[number];
