import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { providers } from "@/db/schema/provider";
import type { Budget } from "@/model/budget";
import type { OutboxMessage } from "@/model/notify";

/** Whether the NIT belongs to an approved provider. */
export async function nitHasOwner(db: Database, nit: string): Promise<boolean> {
  const [owner] = await db
    .select({ id: providers.id })
    .from(providers)
    .where(and(eq(providers.nit, nit), isNotNull(providers.approvedAt)))
    .limit(1);
  return owner !== undefined;
}

export type Authorisation = {
  id: string;
  tokenHash: Buffer;
  policyId: number;
  purposes: string[];
  ip: string;
  userAgent: string;
  language: string;
  seconds: number;
};

/** Stores the authorisation, from which a registration starts. False when that registration is finished. */
export async function authoriseRegistration(db: Database, authorisation: Authorisation): Promise<boolean> {
  const [row] = await db.execute<{ id: string | null }>(sql`select authorise_registration(
    ${authorisation.id}::uuid, ${authorisation.tokenHash}, ${authorisation.policyId}, ${textArray(authorisation.purposes)}, ${authorisation.ip},
    ${authorisation.userAgent}, ${authorisation.language}, ${authorisation.seconds}) as id`);
  return Boolean(row?.id);
}

export type RegistrationRow = {
  id: string;
  purposes: string[];
  language: string;
  answers: Uint8Array | null;
  submittedAt: Date | null;
  completed: boolean;
};

export async function findRegistration(db: Database, tokenHash: Buffer): Promise<RegistrationRow | null> {
  type Row = Omit<RegistrationRow, "submittedAt"> & { submitted_at: string | Date | null };
  const [row] = await db.execute<Row>(sql`select * from read_registration(${tokenHash})`);
  if (!row) return null;
  const { submitted_at, ...rest } = row;
  return { ...rest, submittedAt: submitted_at ? new Date(submitted_at) : null };
}

/** False when the registration is finished or its time is over. */
export async function saveAnswers(db: Database, tokenHash: Buffer, answers: Buffer): Promise<boolean> {
  const [row] = await db.execute<{ saved: boolean }>(
    sql`select save_registration_answers(${tokenHash}, ${answers}) as saved`,
  );
  return row?.saved ?? false;
}

export type Submission = {
  id: string;
  answers: Uint8Array;
  email: string;
  link: { hash: Buffer; seconds: number };
  pauseSeconds: number;
  mail: OutboxMessage;
  /** The letter when the e-mail has an account already. */
  contentKnown: Buffer;
  /** Digest of the e-mail. */
  addressKey: string;
  budgets: { asker: Budget[]; address: Budget[] };
  ip: string;
};

/** Sends the mail that confirms; `sent` null when its asker asked too often. Null: no such registration, or its answers changed meanwhile. */
export async function submitRegistration(
  db: Database,
  sent: Submission,
): Promise<{ sent: boolean | null; waitUntil: Date | null } | null> {
  const [row] = await db.execute<{ sent: boolean | null; wait_until: string | Date | null }>(
    sql`select * from submit_registration(
      ${sent.id}::uuid, ${Buffer.from(sent.answers)}, ${sent.email}, ${sent.link.hash}, ${sent.link.seconds},
      ${sent.pauseSeconds}, ${sent.mail.eventKey}, ${sent.mail.messageId}, ${sent.mail.content},
      ${sent.contentKnown}, ${JSON.stringify(sent.budgets.asker)}::jsonb, ${sent.ip}, ${sent.addressKey},
      ${JSON.stringify(sent.budgets.address)}::jsonb)`,
  );
  return row ? { sent: row.sent, waitUntil: row.wait_until ? new Date(row.wait_until) : null } : null;
}

export type LinkState = "ok" | "used" | "expired" | "superseded" | "cancelled" | "unknown";

export type Confirmation = {
  state: LinkState;
  registrationId: string;
  answers: Uint8Array | null;
  /** Digest of the e-mail that the link went to, while it can be used. */
  provenKey: string | null;
};

export async function findConfirmation(db: Database, linkHash: Buffer): Promise<Confirmation | null> {
  const [row] = await db.execute<{
    state: LinkState;
    registration_id: string;
    answers: Uint8Array | null;
    proven_key: string | null;
  }>(sql`select * from read_confirmation(${linkHash})`);
  return row
    ? {
        state: row.state,
        registrationId: row.registration_id,
        answers: row.answers,
        provenKey: row.proven_key,
      }
    : null;
}

export type NewAccount = {
  linkHash: Buffer;
  /** Of the browser, when it is not the link's own that is confirmed, and the digest of its e-mail. */
  registrationId: string | null;
  addressKey: string;
  answers: Uint8Array;
  passwordHash: string;
  person: { email: string; name: string; idKind: string; idNumber: string; mobile: string };
  provider: {
    nit: string;
    checkDigit: number;
    legalName: string;
    municipality: string;
    address: string;
    phone: string;
  };
  ip: string;
};

/** Makes person, provider, membership and consent of a registration, once. */
export async function confirmRegistration(
  db: Database,
  account: NewAccount,
): Promise<{ outcome: string; personId: string | null }> {
  const { person, provider } = account;
  const [row] = await db.execute<{ outcome: string; person_id: string | null }>(
    sql`select * from confirm_registration(
      ${account.linkHash}, ${Buffer.from(account.answers)}, ${account.passwordHash},
      ${person.email}, ${person.name}, ${person.idKind}, ${person.idNumber}, ${person.mobile},
      ${provider.nit}, ${provider.checkDigit}, ${provider.legalName}, ${provider.municipality},
      ${provider.address}, ${provider.phone}, ${account.ip}, ${account.registrationId}::uuid,
      ${account.addressKey})`,
  );
  return { outcome: row?.outcome ?? "unknown", personId: row?.person_id ?? null };
}

/** A list of texts as one parameter; drizzle would spread an array into several. */
function textArray(items: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(items)}::jsonb))`;
}
