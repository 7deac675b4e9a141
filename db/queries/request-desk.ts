import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { memberships, persons } from "@/db/schema/account";
import { agreements, applications, providers } from "@/db/schema/provider";
import { requestDocuments, requestEvents, requests } from "@/db/schema/request";
import { listAgreementsOf, nameOfDocument } from "./request";
import { requestFlags, requestRow } from "./request-queue";

/** A request with its provider as the caja sees it; null when there is none of that number. */
export async function findRequest(db: Database, filingNumber: string) {
  const [found] = await db
    .select({
      ...requestRow,
      agreementNumber: requests.agreementNumber,
      reason: requests.reason,
      decidedBy: requests.decidedBy,
      /** Milliseconds until the decision's e-mail leaves; until then it can be taken back. */
      timeToTakeBack: sql<number>`time_to_take_back(${requests.decidedAt})`,
      decider: sql<string | null>`(select d.name from ${persons} d where d.id = ${requests.decidedBy})`,
      /** Why it cannot be approved, whoever would. */
      obstacle: sql<
        "no_agreement" | "nit_has_owner" | "wrong_check_digit" | null
      >`approval_obstacle(${requests.id})`,
      flags: requestFlags,
      application: applications.title,
      needsAgreement: applications.needsAgreement,
      submittedBy: persons.name,
      providerId: providers.id,
      municipality: providers.municipality,
      address: providers.address,
      phone: providers.phone,
    })
    .from(requests)
    .innerJoin(providers, eq(providers.id, requests.providerId))
    .innerJoin(applications, eq(applications.code, requests.applicationCode))
    .innerJoin(persons, eq(persons.id, requests.submittedBy))
    .where(eq(requests.filingNumber, filingNumber));
  return found ?? null;
}
export type FoundRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

/** The papers of a request, the present ones first. */
export async function listRequestDocuments(db: Database, requestId: string) {
  return db
    .select({
      id: requestDocuments.id,
      kind: requestDocuments.kind,
      name: nameOfDocument,
      fileName: requestDocuments.fileName,
      size: requestDocuments.size,
      uploadedAt: requestDocuments.uploadedAt,
      mediaType: requestDocuments.mediaType,
      replacedAt: requestDocuments.replacedAt,
      mark: requestDocuments.mark,
      markedBy: sql<
        string | null
      >`(select ${persons.name} from ${persons} where ${persons.id} = ${requestDocuments.markedBy})`,
      markedAt: requestDocuments.markedAt,
    })
    .from(requestDocuments)
    .innerJoin(requests, eq(requests.id, requestDocuments.requestId))
    .where(eq(requestDocuments.requestId, requestId))
    .orderBy(
      sql`${requestDocuments.replacedAt} is not null`,
      asc(requestDocuments.kind),
      desc(requestDocuments.uploadedAt),
    );
}

/** The documents that a request was asked for, then those that its application asks for by now, each kind once. */
export async function listNamedDocuments(db: Database, request: string) {
  const named = await call(db, "documents_named", { request });
  return named.filter(({ kind }, at) => named.findIndex((each) => each.kind === kind) === at);
}
export type NamedDocument = Awaited<ReturnType<typeof listNamedDocuments>>[number];

/** What happened to a request, newest first, with who did it. */
export async function listEvents(db: Database, requestId: string) {
  return db
    .select({
      kind: requestEvents.kind,
      at: requestEvents.at,
      note: requestEvents.note,
      by: persons.name,
    })
    .from(requestEvents)
    .leftJoin(persons, eq(persons.id, requestEvents.actorId))
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(desc(requestEvents.id));
}

/** Facts that the caja compares before it decides. */
export async function findCrossings(db: Database, { providerId, nit }: { providerId: string; nit: string }) {
  const emails = db
    .select({ email: sql`lower(${persons.email})` })
    .from(persons)
    .innerJoin(memberships, eq(memberships.personId, persons.id))
    .where(eq(memberships.providerId, providerId));
  const [convenios, sameNit, sameEmail, pending] = await Promise.all([
    listAgreementsOf(db, nit),
    db
      .select({
        id: providers.id,
        legalName: providers.legalName,
        approved: isNotNull(providers.approvedAt).mapWith(Boolean),
      })
      .from(providers)
      .where(and(eq(providers.nit, nit), ne(providers.id, providerId))),
    db
      .select({
        number: agreements.number,
        email: agreements.email,
        legalName: agreements.legalName,
        nit: agreements.nit,
        checkDigit: agreements.checkDigit,
      })
      .from(agreements)
      .where(and(ne(agreements.nit, nit), inArray(sql`lower(${agreements.email})`, emails))),
    db
      .select({
        ...requestRow,
        address: providers.address,
        phone: providers.phone,
        municipality: providers.municipality,
      })
      .from(requests)
      .innerJoin(providers, eq(providers.id, requests.providerId))
      .where(
        and(
          eq(providers.nit, nit),
          ne(providers.id, providerId),
          inArray(requests.state, ["submitted", "returned"]),
        ),
      )
      .orderBy(asc(requests.submittedAt)),
  ]);
  return { convenios, sameNit, sameEmail, pending };
}

/** Who works for a provider now. */
export async function listPeople(db: Database, providerId: string) {
  return db
    .select({
      id: persons.id,
      name: persons.name,
      email: persons.email,
      idKind: persons.idKind,
      idNumberPlain: persons.idNumberPlain,
      idNumberSealed: persons.idNumberSealed,
      mobilePlain: persons.mobilePlain,
      mobileSealed: persons.mobileSealed,
      role: memberships.role,
    })
    .from(memberships)
    .innerJoin(persons, eq(persons.id, memberships.personId))
    .where(and(eq(memberships.providerId, providerId), isNull(memberships.removedAt)))
    .orderBy(asc(memberships.createdAt));
}

/** The number of a request, or null. */
export async function findFilingNumber(db: Database, requestId: string): Promise<string | null> {
  const [found] = await db
    .select({ filingNumber: requests.filingNumber })
    .from(requests)
    .where(eq(requests.id, requestId));
  return found?.filingNumber ?? null;
}

export type Crossings = Awaited<ReturnType<typeof findCrossings>>;
export type StoredDocument = Awaited<ReturnType<typeof listRequestDocuments>>[number];
