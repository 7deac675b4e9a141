import { randomUUID } from "node:crypto";
import { databaseFor, doorDatabase, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findOfficialId } from "@/db/queries/caja-official";
import { mailsJson } from "@/db/queries/notify";
import { entryCode, entryCodeHash } from "@/domain/account/entry-code";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { newToken, tokenHash } from "@/lib/crypto/token";
import type { Grant } from "@/model/access";
import { Refusal } from "@/model/refusal";
import { resetCode, resetCodeHash } from "./reset-code";

/** Who of a provider has a second factor. */
export function readFactorHolders(grant: Grant<"people.manage">, provider: string) {
  return call(databaseFor(grant), "list_factor_holders", { actor: grant.actor.personId, provider });
}

/**
 * Allows somebody who lost every factor to enrol another one, after a while in which they can object: a person of the
 * caja, or one of a provider who has a factor.
 * @param compose the e-mail to them, with the token by which they object
 * @throws Refusal "own_access" · "official_not_found" · "official_changed" when one is open already
 */
export async function requestFactorReset(
  grant: Grant<"people.manage">,
  { personId: person, email }: { personId: string; email: string },
  reason: string,
  compose: (token: string) => Notice,
  { ip }: { ip: string },
): Promise<void> {
  const reset = randomUUID();
  const { token, hash } = newToken();
  const outcome = await call(databaseFor(grant), "request_factor_reset", {
    actor: grant.actor.personId,
    person,
    reset,
    reason,
    codeHash: resetCodeHash(resetCode(reset)),
    objectionHash: hash,
    mails: mailsJson([composeMail("factor.notice", `${reset}:reset`, { to: email, ...compose(token) })]),
    ip,
  });
  requireDone("caja_people_outcome", outcome);
}

/** @throws Refusal "official_changed" when the reset that was shown is open no more */
export async function withdrawFactorReset(
  grant: Grant<"people.manage">,
  { person, reset }: { person: string; reset?: string | undefined },
  { ip }: { ip: string },
): Promise<void> {
  const args = { actor: grant.actor.personId, person, ip, reset: reset ?? null };
  requireDone("caja_people_outcome", await call(databaseFor(grant), "withdraw_factor_reset", args));
}

/** The open reset of a person, with the code to hand over; null without one. */
export async function readFactorReset(grant: Grant<"people.manage">, person: string) {
  const found = await call(databaseFor(grant), "read_factor_reset", { actor: grant.actor.personId, person });
  return found && { ...found, code: resetCode(found.resetId) };
}

/** @throws Refusal "reset_over" */
export async function objectToFactorReset(token: string, { ip }: { ip: string }): Promise<void> {
  const args = { objectionHash: tokenHash(token), ip };
  const outcome = await call(doorDatabase(), "object_to_factor_reset", args);
  if (outcome !== "done") throw new Refusal("reset_over");
}

/**
 * Ends every factor of the session's person, who typed the code that they were handed; the session may enrol then.
 * @throws Refusal "wrong_reset_code" · "no_reset" while none holds
 */
export async function applyFactorReset(token: string, code: string, { ip }: { ip: string }): Promise<void> {
  const args = { tokenHash: tokenHash(token), codeHash: resetCodeHash(code), ip };
  const outcome = await call(doorDatabase(), "use_factor_reset", args);
  if (outcome === "used") throw new Refusal("wrong_reset_code");
  if (outcome !== "done") throw new Refusal("no_reset");
}

/**
 * For the console of the server: the link and the code of an administrator who lost everything, and the code that the
 * link asks of one who never had a second factor; null for nobody.
 */
export async function recoverAdministrator(
  email: string,
): Promise<{ token: string; code: string; entryCode: string | null } | null> {
  const person = await findOfficialId(jobsDatabase(), email);
  if (!person) return null;
  const reset = randomUUID();
  const code = resetCode(reset);
  const { token, hash } = newToken();
  const recovered = await call(jobsDatabase(), "recover_administrator", {
    person,
    reset,
    codeHash: resetCodeHash(code),
    linkHash: hash,
    entryHash: entryCodeHash(person, entryCode(person)),
  });
  return recovered && { token, code, entryCode: recovered.asksCode ? entryCode(person) : null };
}
