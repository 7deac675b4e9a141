import { randomUUID } from "node:crypto";
import { authorize, type CajaActor, type CajaRole, type Grant, type Permission } from "@/model/access";
import { owner, someEmail } from "@/tests/support/factories/account";

/** Creates a caja account with a unique name. */
export async function makeOfficial(role: CajaRole): Promise<CajaActor> {
  const email = someEmail();
  const name = `Persona ${randomUUID()}`;
  const [row] = await owner<{ id: string }[]>`insert into person (email, name, caja_role, password_hash)
    values (${email}, ${name}, ${role}, 'x') returning id`;
  if (!row) throw new Error("no official made");
  return { kind: "caja", role, personId: row.id, sessionId: randomUUID(), name, email };
}

/** The grant of a new caja account with this role. */
export async function grantOf<P extends Permission>(role: CajaRole, permission: P): Promise<Grant<P>> {
  return authorize(await makeOfficial(role), permission);
}

/** The audit events of a person, oldest first. */
export async function logOf(
  personId: string,
): Promise<{ action: string; detail: Record<string, unknown> }[]> {
  return owner<{ action: string; detail: Record<string, unknown> }[]>`
    select action, detail from audit_event where actor_id = ${personId} order by seq`;
}
