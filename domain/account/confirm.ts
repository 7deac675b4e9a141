import { randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import type { LinkState } from "@/db/contract/functions.generated";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import type { Accepted } from "./accept-invitation";
import { areWhole, openAnswers, type WholeAnswers } from "./answers";
import { requireOwnPassword } from "./own-password";
import { type Draft, readDraft } from "./register";
import type { ChoosePasswordInput, JoinInput } from "./schema";
import { sealPerson } from "./sealed-fields";
import { provePassword } from "./sign-in";

export type ReadConfirmation = {
  state: LinkState | "unknown";
  answers: WholeAnswers | null;
  /**
   * Whether the company is added to an existing account. Revealed only to the holder of the link, who owns the
   * mailbox.
   */
  hasAccount: boolean;
  /** What is needed to send the confirmation e-mail again. */
  draft: Pick<Draft, "id" | "answers" | "sealed" | "submittedAt"> | null;
};

type Confirmed = Pick<Draft, "id" | "answers" | "sealed"> & { state: LinkState; isBrowsers: boolean };

/**
 * The registration that a link confirms. The link proves the mailbox, so it confirms the browser's own
 * registration with that address, even when it was sent for another one. Registrations that others start with
 * the address therefore cannot block its owner.
 * @param browser token of the browser's registration
 */
async function confirmedBy(token: string, browser: string | undefined): Promise<Confirmed | null> {
  const found = await call(doorDatabase(), "read_confirmation", { linkHash: tokenHash(token) });
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
  if (!found) return { state: "unknown", answers: null, hasAccount: false, draft: null };
  const { id, answers, sealed, state } = found;
  const whole = areWhole(answers) ? answers : null;
  return {
    state,
    answers: whole,
    hasAccount:
      whole !== null && (await call(doorDatabase(), "email_may_enter", { email: whole.person.email })),
    draft: { id, answers, sealed, submittedAt: null },
  };
}

/**
 * Makes the account that a link confirms, with the password chosen now. One link makes one account.
 * @throws Refusal "link_not_usable" · "password_personal" · "password_common" · "email_taken" · "nit_has_owner"
 */
export async function confirmAccount(
  { token, password }: ChoosePasswordInput,
  from: { ip: string },
  browser?: string,
): Promise<Accepted> {
  const found = await readWhole(token, browser);
  const { person, company } = found.answers;
  await requireOwnPassword(password, {
    email: person.email,
    numbers: [company.nit, person.idNumber, person.mobile],
    names: [person.name, company.legalName],
  });
  // Of an address that has an account nothing is hashed: its link stays, and could be sent again without an end.
  if (await call(doorDatabase(), "email_may_enter", { email: person.email }))
    throw new Refusal("email_taken");
  const passwordHash = await hashPassword(password, shortDigest(person.email));
  return register(token, found, from, { passwordHash, knownPerson: null });
}

/**
 * Adds the company that a link confirms to the account that its e-mail has, which is proven by its password.
 * @param known name of the device, when the account signed in on it before
 * @throws Refusal "link_not_usable" · "email_taken" · "nit_has_owner" · as `provePassword`
 */
export async function confirmFurtherCompany(
  { token, password }: JoinInput,
  from: Stranger,
  known: (email: string) => Promise<string | null> = async () => null,
  browser?: string,
): Promise<Accepted> {
  const found = await readWhole(token, browser);
  const { email } = found.answers.person;
  const { personId } = await provePassword({ email, password }, from, await known(email));
  return register(token, found, from, { passwordHash: null, knownPerson: personId });
}

type Whole = Pick<Confirmed, "id" | "isBrowsers"> & { sealed: Buffer; answers: WholeAnswers };

/** @throws Refusal "link_not_usable" */
async function readWhole(token: string, browser: string | undefined): Promise<Whole> {
  const found = await confirmedBy(token, browser);
  if (found?.state !== "ok" || !found.sealed) throw new Refusal("link_not_usable");
  const { id, isBrowsers, sealed, answers } = found;
  if (!areWhole(answers)) throw new Refusal("link_not_usable");
  return { id, isBrowsers, sealed, answers };
}

async function register(
  token: string,
  found: Whole,
  { ip }: { ip: string },
  who: { passwordHash: string | null; knownPerson: string | null },
): Promise<Accepted> {
  const { person, company } = found.answers;
  const { outcome, personId, providerId } = await call(doorDatabase(), "confirm_registration", {
    linkHash: tokenHash(token),
    registration: found.isBrowsers ? found.id : null,
    addressKey: shortDigest(person.email),
    answers: found.sealed,
    ...who,
    ...person,
    ...company,
    idNumber: null,
    mobile: null,
    sealed: sealPerson(randomUUID(), person),
    ip,
  });
  requireDone("account_outcome", outcome);
  if (!personId || !providerId) throw new Refusal("link_not_usable");
  return { personId, provider: providerId };
}
