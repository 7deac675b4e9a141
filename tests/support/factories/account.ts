import { randomInt, randomUUID } from "node:crypto";
import { connect } from "@/db/connection";
import { sealPerson } from "@/domain/account/sealed-fields";
import { linkLifetimes } from "@/domain/account/session-limits";
import { openSessionFor } from "@/domain/account/sign-in";
import { openMessage } from "@/domain/notify/outbox";
import { hashPassword } from "@/lib/crypto/password";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { env } from "@/lib/env";
import { authorize, type Grant, type ProviderActor, type ProviderRole } from "@/model/access";
import { nitCheckDigit } from "@/model/identity/nit";

/** A connection as the table owner, to arrange a test's data and to inspect its result. */
export const owner = connect(env().DATABASE_URL, null, 4);

export const PASSWORD = "una frase larga para las pruebas";
export const someEmail = () => `${randomUUID()}@prueba.example`;
export const someAddress = () => `prueba-${randomUUID()}`;
export const someNit = () => String(randomInt(100_000_000, 999_999_999));
export const browser = () => ({ ip: someAddress(), userAgent: "vitest" });

/** The data policy that consents refer to. */
export async function makePolicy(): Promise<number> {
  // The catalogue brings a policy; publishing a new one here would affect tests that run concurrently.
  const [row] = await owner<{ id: number }[]>`select id from policy order by id limit 1`;
  if (!row) throw new Error("no policy in the catalogue");
  return row.id;
}

export async function makeProvider({ nit, approved = true }: { nit?: string; approved?: boolean } = {}) {
  // Of the thousands of a run two may draw the same NIT.
  for (;;) {
    const drawn = nit ?? someNit();
    const [row] = await owner<{ id: string }[]>`
      insert into provider (nit, check_digit, legal_name, municipality, address, phone, approved_at)
      values (${drawn}, ${nitCheckDigit(drawn)}, 'Prueba S.A.S.', '08001', 'Calle 1', '+576053235000',
        ${approved ? owner`now()` : null})
      on conflict do nothing returning id`;
    if (row) return row.id;
    if (nit) throw new Error(`an approved provider has the NIT ${nit}`);
  }
}

let passwordHash: Promise<string> | undefined;

/** Creates a member of a provider whose password is PASSWORD. */
export async function makeMember(
  providerId: string,
  role: ProviderRole,
  email = someEmail(),
): Promise<{ personId: string; email: string }> {
  // Hashed once a process: it takes longer than all else that a test's people need.
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const [row] = await owner<{ id: string }[]>`
    insert into person (email, name, password_hash) values (${email}, 'Persona de prueba', ${hash}) returning id`;
  if (!row) throw new Error("no person made");
  await addMembership(row.id, providerId, role);
  return { personId: row.id, email };
}

/** Makes a person of one provider a member of another one too. */
export async function addMembership(personId: string, providerId: string, role: ProviderRole): Promise<void> {
  await owner`insert into membership (person_id, provider_id, role) values (${personId}, ${providerId}, ${role})`;
}

/** The ID number and mobile of a person, sealed as the product keeps them. */
export async function keepNumbers(
  personId: string,
  { idKind = "CC", ...data }: { idKind?: string | null; idNumber: string; mobile: string },
): Promise<void> {
  const sealed = sealPerson(personId, data);
  await owner`
    update person set id_kind = ${idKind}, id_number = null, mobile = null,
      id_number_sealed = decode(${sealed.id_number ?? ""}, 'base64'),
      id_number_index = decode(${sealed.id_index ?? ""}, 'base64'),
      mobile_sealed = decode(${sealed.mobile ?? ""}, 'base64'),
      mobile_index = decode(${sealed.mobile_index ?? ""}, 'base64')
    where id = ${personId}`;
}

/** The grant of an owner to manage the team. */
export function teamGrant(providerId: string, personId: string): Grant<"team.manage"> {
  const actor: ProviderActor = {
    kind: "provider",
    role: "owner",
    personId,
    sessionId: randomUUID(),
    name: "Dueña de prueba",
    email: "duena@prueba.example",
    provider: {
      id: providerId,
      nit: "900123456",
      checkDigit: 8,
      legalName: "Prueba S.A.S.",
      suspended: false,
      applications: [],
      opensLookUp: false,
    },
    ownProviders: [{ id: providerId, legalName: "Prueba S.A.S." }],
  };
  return authorize(actor, "team.manage");
}

/** Creates a session of the person, its second factor proven, and returns the digest by which it is found. */
export async function makeSession(personId: string): Promise<Buffer> {
  const hash = tokenHash((await openSessionFor(personId, false, browser())).token);
  await owner`update session set factor_at = now(), proven_at = now() where token_hash = ${hash}`;
  return hash;
}

/** Creates a password link like one in an e-mail. */
export async function makePasswordLink(personId: string): Promise<string> {
  const { token, hash } = newToken();
  await owner`select new_mail_link('password', ${personId}, ${hash}, ${linkLifetimes.password})`;
  return token;
}

/** The mails queued for an address, oldest first. */
export async function mailsTo(email: string): Promise<{ to: string; subject: string; text: string }[]> {
  const rows = await owner<{ event_key: string; content: Buffer }[]>`
    select event_key, content from mail where length(content) > 0 order by created_at`;
  return rows
    .map((row) => openOrNull(row.event_key, row.content))
    .filter((letter) => letter !== null)
    .filter(({ to, channel }) => channel === "mail" && to === email)
    .map(({ to, subject, text }) => ({ to, subject, text }));
}

/** Outbox rows encrypted for another test's key are skipped. */
function openOrNull(eventKey: string, content: Buffer) {
  try {
    return openMessage(eventKey, content);
  } catch {
    return null;
  }
}
