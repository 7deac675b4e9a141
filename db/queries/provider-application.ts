import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { applications } from "@/db/schema/provider";
import type { Grant } from "@/model/access";
import { ownOf } from "./provider-own";

const columns = {
  code: applications.code,
  title: applications.title,
  description: applications.description,
  buttonLabel: applications.buttonLabel,
  path: applications.path,
  opensLookUp: applications.opensLookUp,
  needsAgreement: applications.needsAgreement,
};
export type Application = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** What a provider can ask for, in the order of the screen. */
export async function listApplications(db: Database) {
  return db
    .select(columns)
    .from(applications)
    .where(eq(applications.active, true))
    .orderBy(asc(applications.position));
}

/** The application of that code; null when there is none or it is no longer offered. */
export async function findApplication(db: Database, code: string) {
  const [row] = await db
    .select(columns)
    .from(applications)
    .where(and(eq(applications.code, code), eq(applications.active, true)));
  return row ?? null;
}

/** What the provider told about itself, and why it is suspended when it is. */
export function findOwnCompany(db: Database, grant: Grant<"application.view">) {
  return call(db, "own_company", ownOf(grant));
}
