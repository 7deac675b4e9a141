import { asc, eq } from "drizzle-orm";
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
