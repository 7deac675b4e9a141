import { publicDatabase } from "@/db/client";
import { confirmRegistration, findConfirmation, type LinkState } from "@/db/queries/registration";
import { hashPassword } from "@/lib/crypto/password";
import { tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { areWhole, openAnswers, type WholeAnswers } from "./answers";
import { mailboxName, passwordFault } from "./password";
import type { Draft } from "./register";
import type { ChoosePasswordInput } from "./schema";

export type ReadConfirmation = {
  state: LinkState;
  answers: WholeAnswers | null;
  /** To send the mail again. */
  draft: Pick<Draft, "id" | "answers" | "sealed" | "submittedAt"> | null;
};

/** What a confirmation link says, without using it: mail scanners open links. */
export async function readConfirmation(token: string): Promise<ReadConfirmation> {
  const found = await findConfirmation(publicDatabase(), tokenHash(token));
  if (!found) return { state: "unknown", answers: null, draft: null };
  const answers = openAnswers(found.registrationId, found.answers);
  return {
    state: found.state,
    answers: areWhole(answers) ? answers : null,
    draft: { id: found.registrationId, answers, sealed: found.answers, submittedAt: null },
  };
}

/**
 * Makes the account that a link confirms, with the password chosen now. One link makes one account.
 * @returns the person, to be signed in
 * @throws Refusal "link_not_usable" · "password_personal" · "email_taken" · "nit_has_owner"
 */
export async function confirmAccount(input: ChoosePasswordInput, from: { ip: string }): Promise<string> {
  const linkHash = tokenHash(input.token);
  const found = await findConfirmation(publicDatabase(), linkHash);
  if (found?.state !== "ok" || !found.answers) throw new Refusal("link_not_usable");
  const answers = openAnswers(found.registrationId, found.answers);
  if (!areWhole(answers)) throw new Refusal("link_not_usable");
  const { person, company } = answers;
  if (passwordFault(input.password, [company.nit, person.idNumber, mailboxName(person.email)]))
    throw new Refusal("password_personal");
  const { outcome, personId } = await confirmRegistration(publicDatabase(), {
    linkHash,
    answers: found.answers,
    passwordHash: await hashPassword(input.password),
    person,
    provider: company,
    ip: from.ip,
  });
  if (outcome === "email_taken" || outcome === "nit_has_owner") throw new Refusal(outcome);
  if (!personId) throw new Refusal("link_not_usable");
  return personId;
}
