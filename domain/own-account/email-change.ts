import { randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { spendAttempt } from "@/domain/account/attempt";
import { emailChangeBudgets } from "@/domain/account/budgets";
import { linkLifetimes } from "@/domain/account/session-limits";
import type { FactorSession } from "@/domain/factor/session";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { seal, unseal } from "@/lib/crypto/seal";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";

export const emailChangePlace = (change: string) => `email_change.email:${change}`;

/** The letters of a change: each side's link, what a mailbox gets that has an account, and that it is done. */
export type EmailChangeMails = {
  toOld: (token: string, newEmail: string) => Notice;
  toNew: (token: string) => Notice;
  taken: Notice;
};

/**
 * Asks for another e-mail. Both mailboxes get a link. The answer is the same when the address has an account.
 * @throws Refusal "proof_needed" · "email_same" · "too_many_attempts", with its end
 */
export async function requestEmailChange(
  token: string,
  session: FactorSession,
  email: string,
  mails: EmailChangeMails,
  { ip }: { ip: string },
): Promise<void> {
  const db = doorDatabase();
  if (!session.proven) throw new Refusal("proof_needed");
  if (email === session.email.toLowerCase()) throw new Refusal("email_same");
  const budgets = emailChangeBudgets(session.personId, shortDigest(email), ip);
  await spendAttempt(budgets);
  const [change, old, fresh] = [randomUUID(), newToken(), newToken()];
  const letter = (side: string, to: string, notice: Notice) =>
    composeMail("account.email", `${change}:${side}`, { to, ...notice });
  const toOld = letter("old", session.email, mails.toOld(old.token, email));
  const outcome = await call(db, "request_email_change", {
    tokenHash: tokenHash(token),
    change,
    email,
    emailSealed: seal(email, emailChangePlace(change)),
    oldHash: old.hash,
    newHash: fresh.hash,
    seconds: linkLifetimes.email,
    mails: mailsJson([toOld, letter("new", email, mails.toNew(fresh.token))]),
    taken: mailsJson([toOld, letter("new", email, mails.taken)]),
    ip,
  });
  requireDone("email_change_outcome", outcome);
}

type Found = NonNullable<Answer<"read_email_change">>;
/** A change as its link's page shows it; `email` is the new address while it is open. */
export type EmailChange = Pick<Found, "changeId" | "side" | "state" | "confirmed"> & {
  email: string | null;
  was: string;
};

/** Reads a link without spending it; null for an unknown one. */
export async function readEmailChange(link: string): Promise<EmailChange | null> {
  const found = await call(doorDatabase(), "read_email_change", { linkHash: tokenHash(link) });
  if (!found) return null;
  const { email: was, emailSealed, ...rest } = found;
  return { ...rest, was, email: emailSealed && unseal(emailSealed, emailChangePlace(found.changeId)) };
}

/**
 * Confirms a change for the mailbox of this link.
 * @param done the letter to both addresses once the second one confirms
 * @returns whether the e-mail is changed now; else the other mailbox is still missing
 * @throws Refusal "link_not_usable" · "email_taken"
 */
export async function confirmEmailChange(
  link: string,
  done: Notice,
  { ip }: { ip: string },
): Promise<boolean> {
  const found = await readEmailChange(link);
  if (found?.state !== "ok" || found.email === null) throw new Refusal("link_not_usable");
  const letters = [found.was, found.email].map((to, at) =>
    composeMail("account.email", `${found.changeId}:done:${at}`, { to, ...done }),
  );
  const outcome = await call(doorDatabase(), "confirm_email_change", {
    linkHash: tokenHash(link),
    email: found.email,
    mails: mailsJson(letters),
    ip,
  });
  requireDone("email_change_outcome", outcome);
  return outcome === "done";
}

/** Either mailbox stops a change. @throws Refusal "link_not_usable" */
export async function stopEmailChange(link: string, { ip }: { ip: string }): Promise<void> {
  const outcome = await call(doorDatabase(), "stop_email_change", { linkHash: tokenHash(link), ip });
  requireDone("email_change_outcome", outcome);
}
