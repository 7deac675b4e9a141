import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Actor, CajaRole, ProviderRole } from "@/model/access";

type Row = {
  session_id: string;
  person_id: string;
  person_name: string;
  email: string;
  caja_role: CajaRole | null;
  provider_id: string | null;
  provider_role: ProviderRole | null;
  provider_nit: string | null;
  provider_check_digit: number | null;
  provider_name: string | null;
  provider_suspended: boolean;
  applications: string[];
};

/** Who holds this session now; null when it is closed, timed out or its person may no longer enter. */
export async function findSessionActor(db: Database, tokenHash: Buffer): Promise<Actor | null> {
  const [row] = await db.execute<Row>(sql`select * from session_actor(${tokenHash})`);
  if (!row) return null;
  const person = {
    personId: row.person_id,
    sessionId: row.session_id,
    name: row.person_name,
    email: row.email,
  };
  if (row.caja_role) return { ...person, kind: "caja", role: row.caja_role };
  if (!row.provider_id || !row.provider_role || !row.provider_nit || !row.provider_name) return null;
  return {
    ...person,
    kind: "provider",
    role: row.provider_role,
    provider: {
      id: row.provider_id,
      nit: row.provider_nit,
      checkDigit: row.provider_check_digit ?? 0,
      legalName: row.provider_name,
      suspended: row.provider_suspended,
      applications: row.applications,
    },
  };
}

/** Opens a session for a person whose password was right; answers their e-mail, null when they may not enter. */
export async function openSession(
  db: Database,
  session: {
    personId: string;
    tokenHash: Buffer;
    idleSeconds: number;
    absoluteSeconds: number;
    ip: string;
    userAgent: string;
  },
): Promise<string | null> {
  const [row] = await db.execute<{ id: string | null; email: string }>(sql`select open_session(
    ${session.personId}, ${session.tokenHash}, ${session.idleSeconds}, ${session.absoluteSeconds},
    ${session.ip}, ${session.userAgent}) as id,
    (select email from person where id = ${session.personId}::uuid) as email`);
  return row?.id ? row.email : null;
}

/** Closes it for good; the next request of that cookie finds nobody. */
export async function closeSession(db: Database, tokenHash: Buffer, ip: string): Promise<void> {
  await db.execute(sql`select close_session(${tokenHash}, ${ip})`);
}
