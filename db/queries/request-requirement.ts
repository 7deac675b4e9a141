import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { applications } from "@/db/schema/provider";
import { applicationDocuments } from "@/db/schema/request-requirement";

const columns = {
  applicationCode: applicationDocuments.applicationCode,
  kind: applicationDocuments.kind,
  name: applicationDocuments.name,
  hint: applicationDocuments.hint,
  example: applicationDocuments.example,
  required: applicationDocuments.required,
  largestAgeDays: applicationDocuments.largestAgeDays,
  renewalDays: applicationDocuments.renewalDays,
  position: applicationDocuments.position,
  active: applicationDocuments.active,
  version: sql<string>`caja_version(${applicationDocuments.updatedAt})`,
};
/** Every document of every application, by its place, those that are no longer asked for too. */
export function listApplicationDocuments(db: Database) {
  return db
    .select(columns)
    .from(applicationDocuments)
    .orderBy(asc(applicationDocuments.position), asc(applicationDocuments.kind));
}

/** Every application that is offered. */
export function listOfferedApplications(db: Database) {
  return db
    .select({
      code: applications.code,
      title: applications.title,
      needsAgreement: applications.needsAgreement,
    })
    .from(applications)
    .where(eq(applications.active, true))
    .orderBy(asc(applications.position), asc(applications.code));
}

/** A document of an application, or null. */
export async function findApplicationDocument(db: Database, code: string, kind: string) {
  const [row] = await db
    .select(columns)
    .from(applicationDocuments)
    .where(and(eq(applicationDocuments.applicationCode, code), eq(applicationDocuments.kind, kind)));
  return row ?? null;
}
