import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { agreements, applications, providers } from "@/db/schema/provider";
import { requestDocuments, requests } from "@/db/schema/request";
import type { Grant } from "@/model/access";
import type { RequestEventKind, RequestState } from "@/model/request";
import { listOwners } from "./notify-recipients";
import { type OwnGrant, ownOf } from "./provider-own";

/** What a document was called where its request asked for it, or is called now. */
export const nameOfDocument = sql<string>`coalesce(
  (select a ->> 'name' from jsonb_array_elements(${requests.asked}) a where a ->> 'kind' = ${requestDocuments.kind}),
  document_name(${requests.applicationCode}, ${requestDocuments.kind}))`;

type Row = Answer<"own_requests">[number];
export type RequestSummary = Omit<Row, "state"> & { state: RequestState };

/** The provider's own request of that number; null for anybody else's. */
export async function findOwnRequest(
  db: Database,
  grant: Grant<"application.view">,
  filingNumber: string,
): Promise<RequestSummary | null> {
  const [row] = await call(db, "own_requests", { ...ownOf(grant), filingNumber });
  return row ? (row as RequestSummary) : null;
}

/** The provider's newest request of each application, newest first. */
export async function listOwnRequests(
  db: Database,
  grant: Grant<"application.view">,
): Promise<RequestSummary[]> {
  return (await call(db, "own_requests", ownOf(grant))) as RequestSummary[];
}

/** The request's life, newest first, as its provider is told of it: not what was taken back before it was told. */
export async function listRequestEvents(db: Database, grant: OwnGrant, request: string) {
  const rows = await call(db, "own_request_events", { request, ...ownOf(grant) });
  return rows as (Omit<(typeof rows)[number], "kind"> & { kind: Exclude<RequestEventKind, "taken_back"> })[];
}

/** The papers that count now, without their bytes. */
export async function listDocuments(db: Database, grant: OwnGrant, request: string) {
  const rows = await call(db, "own_request_documents", { request, ...ownOf(grant) });
  return rows as (Omit<(typeof rows)[number], "mark"> & { mark: "good" | "fix" | null })[];
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
    company: providers.legalName,
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
    company: request.company,
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
