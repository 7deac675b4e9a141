import { randomUUID } from "node:crypto";
import { databaseFor, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import type { CajaPeopleOutcome } from "@/db/contract/functions.generated";
import { listOpenWork } from "@/db/queries/caja-open-work";
import { officialInvitationBudgets } from "@/domain/account/budgets";
import { entryCode, entryCodeHash } from "@/domain/account/entry-code";
import type { ChangeOfficialInput, EndAccessInput, InviteOfficialInput } from "@/domain/account/schema";
import { linkLifetimes } from "@/domain/account/session-limits";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken } from "@/lib/crypto/token";
import { type CajaRole, can, type Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";

type Client = { ip: string };
type Invited = { email: string; name: string; role: CajaRole };

/** Composes the e-mail with the link to choose a password. */
export type OfficialInvitationEmail = (token: string, invited: Omit<Invited, "email">) => Notice;

/** Who enters no more after so many days is named, so that somebody asks whether they still should. */
const IDLE_DAYS = 180;
const DAY = 24 * 60 * 60 * 1000;

export type Official = Awaited<ReturnType<typeof readOfficials>>[number];

/** Everybody who is or was of the caja: who may enter first, each by name. */
export async function readOfficials(grant: Grant<"people.read"> | Grant<"people.manage">, now: Date) {
  const rows = await call(databaseFor(grant), "list_caja_people", { actor: grant.actor.personId });
  return rows.map(({ endedAt, accepted, lastEnteredAt, asksCode, codeClosed, hasCode, ...row }) => {
    const standing: "active" | "invited" | "ended" = endedAt ? "ended" : accepted ? "active" : "invited";
    const since = lastEnteredAt ?? row.invitedAt;
    const days = Math.floor((now.getTime() - since.getTime()) / DAY);
    return {
      ...row,
      endedAt,
      lastEnteredAt,
      standing,
      /** What somebody without a second factor must be told for a password. Only who invites reads it. */
      code:
        standing !== "ended" && asksCode && can(grant.actor, "people.manage")
          ? codeToTell(row.personId, { hasCode, codeClosed })
          : null,
      idleDays: standing === "active" && days >= IDLE_DAYS ? days : null,
    };
  });
}

/** "closed" after too many wrong ones, "none" where none was stored: then another invitation makes it right. */
function codeToTell(person: string, { hasCode, codeClosed }: { hasCode: boolean; codeClosed: boolean }) {
  if (!hasCode) return "none" as const;
  return codeClosed ? ("closed" as const) : { told: entryCode(person) };
}

/** What a person began and nobody has ended; others end it where it stands. */
export function readOpenWork(grant: Grant<"people.manage">, person: string) {
  return listOpenWork(databaseFor(grant), person);
}

/**
 * Invites somebody by mail; the code that goes with it is told, not mailed.
 * @returns whose page shows the code
 * @throws Refusal "official_email_taken" · "too_many_attempts"
 */
export async function inviteOfficial(
  grant: Grant<"people.manage">,
  input: InviteOfficialInput,
  compose: OfficialInvitationEmail,
  client: Client,
): Promise<string> {
  const person = randomUUID();
  const answer = await call(databaseFor(grant), "invite_official", {
    actor: grant.actor.personId,
    ...input,
    ...invitationMail(input, compose),
    ip: client.ip,
    person,
    codeHash: entryCodeHash(person, entryCode(person)),
  });
  requireSent(answer);
  return person;
}

/**
 * For the console of the server: makes somebody of the caja, with the link to choose a password and the code that it
 * asks, valid for an hour; null when the e-mail is anybody's already.
 */
export async function createOfficial(invited: Invited): Promise<{ token: string; code: string } | null> {
  const person = randomUUID();
  const code = entryCode(person);
  const { token, hash } = newToken();
  const args = { person, ...invited, tokenHash: hash, codeHash: entryCodeHash(person, code) };
  const created = await call(jobsDatabase(), "create_caja_person", args);
  return created === null ? null : { token, code };
}

/**
 * @throws Refusal "official_changed" when a second factor was confirmed or the access ended · "too_many_attempts"
 */
export async function resendOfficialInvitation(
  grant: Grant<"people.manage">,
  person: string,
  compose: OfficialInvitationEmail,
  client: Client,
): Promise<void> {
  const { personId } = grant.actor;
  const people = await call(databaseFor(grant), "list_caja_people", { actor: personId });
  const invited = people.find((candidate) => candidate.personId === person);
  if (!invited) throw new Refusal("official_not_found");
  const answer = await call(databaseFor(grant), "resend_official_invitation", {
    actor: personId,
    person,
    ...invitationMail(invited, compose),
    ip: client.ip,
    codeHash: entryCodeHash(person, entryCode(person)),
  });
  requireSent(answer);
}

/** @throws Refusal "own_access" for one's own role · "official_changed" when it is not what was shown */
export async function changeOfficial(
  grant: Grant<"people.manage">,
  input: ChangeOfficialInput,
  client: Client,
): Promise<void> {
  const { nameWas = null, ...rest } = input;
  const args = { actor: grant.actor.personId, ...rest, nameWas, ip: client.ip };
  requireDone("caja_people_outcome", await call(databaseFor(grant), "change_official", args));
}

/**
 * Ends somebody's access at once, with all sessions.
 * @throws Refusal "own_access" · "official_changed" when it has ended already
 */
export async function endAccess(
  grant: Grant<"people.manage">,
  input: EndAccessInput,
  client: Client,
): Promise<void> {
  const args = { actor: grant.actor.personId, ...input, ip: client.ip };
  requireDone("caja_people_outcome", await call(databaseFor(grant), "end_official_access", args));
}

/** @throws Refusal "official_changed" when the access was given back already */
export async function returnAccess(
  grant: Grant<"people.manage">,
  person: string,
  client: Client,
): Promise<void> {
  const args = { actor: grant.actor.personId, person, ip: client.ip };
  requireDone("caja_people_outcome", await call(databaseFor(grant), "return_official_access", args));
}

function invitationMail({ email, name, role }: Invited, compose: OfficialInvitationEmail) {
  const { token, hash } = newToken();
  const mail = composeMail("invitation", shortDigest(token), {
    to: email,
    ...compose(token, { name, role }),
  });
  return {
    linkHash: hash,
    linkSeconds: linkLifetimes.invite,
    ...mail,
    budgets: officialInvitationBudgets(shortDigest(email)),
  };
}

function requireSent({ outcome, waitUntil }: { outcome: CajaPeopleOutcome; waitUntil: Date | null }): void {
  if (outcome === "waiting") throw new Refusal("too_many_attempts", waitUntil ?? undefined);
  requireDone("caja_people_outcome", outcome);
}
