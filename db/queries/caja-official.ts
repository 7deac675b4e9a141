import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { persons } from "@/db/schema/account";
import type { CajaRole } from "@/model/access";

/** The caja's person who has had this role for longest; null when nobody has it. */
export async function findFirstOfficial(db: Database, role: CajaRole) {
  const [found] = await db
    .select({ personId: persons.id, name: persons.name, email: persons.email })
    .from(persons)
    .where(eq(persons.cajaRole, role))
    .orderBy(asc(persons.createdAt), asc(persons.email))
    .limit(1);
  return found ?? null;
}

/** The id of the caja's person with this e-mail, however it is written; null when nobody of the caja has it. */
export async function findOfficialId(db: Database, email: string): Promise<string | null> {
  const [found] = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(eq(sql`lower(${persons.email})`, email.toLowerCase()), isNotNull(persons.cajaRole)));
  return found?.id ?? null;
}
