import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { call } from "@/db/contract/call";
import { persons } from "@/db/schema/account";
import type { Actor } from "@/model/access";

/** Who holds this session now; null when it is closed, timed out or its person may no longer enter. */
export async function findSessionActor(db: Database, tokenHash: Buffer): Promise<Actor | null> {
  const row = await call(db, "session_actor", { tokenHash });
  if (!row) return null;
  const { personId, sessionId, personName: name, email, cajaRole } = row;
  const person = { personId, sessionId, name, email };
  if (cajaRole) return { ...person, kind: "caja", role: cajaRole };
  const { providerId, providerRole, providerNit, providerName } = row;
  if (!providerId || !providerRole || !providerNit || !providerName) return null;
  return {
    ...person,
    kind: "provider",
    role: providerRole,
    provider: {
      id: providerId,
      nit: providerNit,
      checkDigit: row.providerCheckDigit ?? 0,
      legalName: providerName,
      suspended: row.providerSuspended,
      applications: row.applications,
    },
    ownProviders: row.ownProviders.map((id, at) => ({ id, legalName: row.ownNames[at] ?? "" })),
  };
}

/** The e-mail of a person, for the cookie by which a device knows its account. */
export async function findEmail(db: Database, personId: string): Promise<string | null> {
  const [row] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return row?.email ?? null;
}
