import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { agreements, applications, providers } from "@/db/schema/provider";
import { requestDocuments, requestEvents, requests } from "@/db/schema/request";
import type { Grant } from "@/model/access";
import type { RequestEventKind } from "@/model/request";
import { listOwners } from "./notify-recipients";

/** What a document was called where its request asked for it, or is called now. */
export const nameOfDocument = sql<string>`coalesce(
  (select a ->> 'name' from jsonb_array_elements(${requests.asked}) a where a ->> 'kind' = ${requestDocuments.kind}),
  document_name(${requests.applicationCode}, ${requestDocuments.kind}))`;

const summary = {
  id: requests.id,
  filingNumber: requests.filingNumber,
  applicationCode: requests.applicationCode,
  state: requests.state,
  agreementNumber: requests.agreementNumber,
  needsAgreement: sql<boolean>`(select ${applications.needsAgreement} from ${applications}
    where ${applications.code} = ${requests.applicationCode})`,
  submittedAt: requests.submittedAt,
  decidedAt: requests.decidedAt,
  reason: requests.reason,
  renews: requests.renews,
};
export type RequestSummary = NonNullable<Awaited<ReturnType<typeof findOwnRequest>>>;

/** The provider's own request of that number; null for anybody else's. */
export async function findOwnRequest(db: Database, grant: Grant<"application.view">, filingNumber: string) {
  const [row] = await db
    .select(summary)
    .from(requests)
    .where(and(eq(requests.filingNumber, filingNumber), eq(requests.providerId, grant.actor.provider.id)));
  return row ?? null;
}

/** The provider's newest request of each application, newest first. */
export async function listOwnRequests(db: Database, grant: Grant<"application.view">) {
  return db
    .select(summary)
    .from(requests)
    .where(eq(requests.providerId, grant.actor.provider.id))
    .orderBy(desc(requests.submittedAt));
}

/** The request's life, newest first, as its provider is told of it: not what was taken back before it was told. */
export async function listRequestEvents(db: Database, requestId: string) {
  return db
    .select({
      kind: sql<Exclude<RequestEventKind, "taken_back">>`${requestEvents.kind}`,
      at: requestEvents.at,
      note: requestEvents.note,
    })
    .from(requestEvents)
    .where(and(eq(requestEvents.requestId, requestId), ne(requestEvents.kind, "taken_back")))
    .orderBy(desc(requestEvents.id));
}

/** The papers that count now, without their bytes. */
export async function listDocuments(db: Database, requestId: string) {
  return db
    .select({
      id: requestDocuments.id,
      kind: requestDocuments.kind,
      name: nameOfDocument,
      fileName: requestDocuments.fileName,
      mediaType: requestDocuments.mediaType,
      size: requestDocuments.size,
      uploadedAt: requestDocuments.uploadedAt,
      mark: requestDocuments.mark,
    })
    .from(requestDocuments)
    .innerJoin(requests, eq(requests.id, requestDocuments.requestId))
    .where(and(eq(requestDocuments.requestId, requestId), isNull(requestDocuments.replacedAt)))
    .orderBy(asc(requestDocuments.kind));
}

/** Whom a decision is told to: the owners of the request's provider, and of others with its NIT that still wait. */
export async function findDecisionRecipients(
  db: Database,
  _grant: Grant<"request.decide">,
  requestId: string,
) {
  const application = {
    applicationCode: requests.applicationCode,
    opensLookUp: applications.opensLookUp,
    renews: requests.renews,
  };
  const [own] = await db
    .select({
      id: requests.id,
      filingNumber: requests.filingNumber,
      ...application,
      providerId: providers.id,
      nit: providers.nit,
    })
    .from(requests)
    .innerJoin(providers, eq(providers.id, requests.providerId))
    .innerJoin(applications, eq(applications.code, requests.applicationCode))
    .where(eq(requests.id, requestId));
  if (!own) return null;
  const others = await db
    .select({
      id: requests.id,
      filingNumber: requests.filingNumber,
      ...application,
      providerId: providers.id,
    })
    .from(requests)
    .innerJoin(providers, eq(providers.id, requests.providerId))
    .innerJoin(applications, eq(applications.code, requests.applicationCode))
    .where(
      and(
        eq(providers.nit, own.nit),
        sql`${providers.id} <> ${own.providerId}`,
        sql`${requests.state} in ('submitted', 'returned')`,
      ),
    );
  const withOwners = async ({ providerId, ...request }: (typeof others)[number]) => ({
    id: request.id,
    filingNumber: request.filingNumber,
    applicationCode: request.applicationCode,
    opensLookUp: request.opensLookUp,
    renews: request.renews,
    recipients: await listOwners(db, providerId),
  });
  return { own: await withOwners(own), others: await Promise.all(others.map(withOwners)) };
}

/** Every convenio of a NIT, the newest first; `inForce` by the database's day. */
export async function listAgreementsOf(db: Database, nit: string) {
  return db
    .select({
      number: agreements.number,
      legalName: agreements.legalName,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
      inForce: sql<boolean>`${agreements.id} in (select id from agreements_in_force(${agreements.nit}, now()))`,
    })
    .from(agreements)
    .where(eq(agreements.nit, nit))
    .orderBy(desc(agreements.endsOn));
}
