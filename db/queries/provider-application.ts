import { and, asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { applications, providers } from "@/db/schema/provider";
import type { Grant } from "@/model/access";

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
export async function findOwnCompany(db: Database, grant: Grant<"application.view">) {
  const [row] = await db
    .select({
      municipality: providers.municipality,
      address: providers.address,
      phone: providers.phone,
      suspensionReason: providers.suspensionReason,
    })
    .from(providers)
    .where(eq(providers.id, grant.actor.provider.id));
  return row ?? null;
}
