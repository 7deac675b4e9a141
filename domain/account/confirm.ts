import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import type { LinkState } from "@/db/contract/functions.generated";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { areWhole, openAnswers, type WholeAnswers } from "./answers";
import { mailboxName, passwordFault } from "./password";
import { type Draft, readDraft } from "./register";
import type { ChoosePasswordInput } from "./schema";

export type ReadConfirmation = {
  state: LinkState | "unknown";
  answers: WholeAnswers | null;
  /** What is needed to send the confirmation e-mail again. */
  draft: Pick<Draft, "id" | "answers" | "sealed" | "submittedAt"> | null;
};

type Confirmed = Pick<Draft, "id" | "answers" | "sealed"> & { state: LinkState; isBrowsers: boolean };

/**
 * The registration that a link confirms. Whoever has the link has the mailbox: so it is the browser's own, if that one
 * is of the same mailbox, also when the link was sent for another. No stranger who fills the mailbox with
 * registrations keeps its owner from theirs.
 * @param browser token of the browser's registration
 */
async function confirmedBy(token: string, browser: string | undefined): Promise<Confirmed | null> {
  const found = await call(publicDatabase(), "read_confirmation", { linkHash: tokenHash(token) });
  if (!found) return null;
  const own = found.provenKey ? await readDraft(browser) : null;
  if (own?.submittedAt && shortDigest(own.answers.person?.email ?? "") === found.provenKey)
    return { ...own, state: "ok", isBrowsers: true };
  const { registrationId: id, answers: sealed, state } = found;
  return { id, sealed, answers: openAnswers(id, sealed), state, isBrowsers: false };
}

/** Reads a confirmation link without spending it, since mail scanners open links too. */
export async function readConfirmation(token: string, browser?: string): Promise<ReadConfirmation> {
  const found = await confirmedBy(token, browser);
  if (!found) return { state: "unknown", answers: null, draft: null };
  const { id, answers, sealed, state } = found;
  return {
    state,
    answers: areWhole(answers) ? answers : null,
    draft: { id, answers, sealed, submittedAt: null },
  };
}

/**
 * Makes the account that a link confirms, with the password chosen now. One link makes one account.
 * @returns the person, to be signed in
 * @throws Refusal "link_not_usable" · "password_personal" · "email_taken" · "nit_has_owner"
 */
export async function confirmAccount(
  input: ChoosePasswordInput,
  from: { ip: string },
  browser?: string,
): Promise<string> {
  const found = await confirmedBy(input.token, browser);
  if (found?.state !== "ok" || !found.sealed) throw new Refusal("link_not_usable");
  const { answers } = found;
  if (!areWhole(answers)) throw new Refusal("link_not_usable");
  const { person, company } = answers;
  if (passwordFault(input.password, [company.nit, person.idNumber, mailboxName(person.email)]))
    throw new Refusal("password_personal");
  const { outcome, personId } = await call(publicDatabase(), "confirm_registration", {
    linkHash: tokenHash(input.token),
    registration: found.isBrowsers ? found.id : null,
    addressKey: shortDigest(person.email),
    answers: found.sealed,
    passwordHash: await hashPassword(input.password),
    ...person,
    ...company,
    ip: from.ip,
  });
  requireDone("account_outcome", outcome);
  if (!personId) throw new Refusal("link_not_usable");
  return personId;
}
