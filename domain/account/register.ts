import { randomUUID } from "node:crypto";
import { doorDatabase, publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findCurrentPolicy } from "@/db/queries/caja";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { type Stranger, waitEnd } from "@/model/stranger";
import { type Answers, areWhole, openAnswers, sealAnswers, type WholeAnswers } from "./answers";
import { type RegistrationStep, registrationBudgets, registrationMailBudgets } from "./budgets";
import { type ConsentInput, purposesOf } from "./schema";
import { linkLifetimes, REGISTRATION_SECONDS, RESEND_PAUSE_SECONDS } from "./session-limits";

type From = Stranger & { userAgent: string };

/** A registration under way, found by the cookie's token. */
export type Draft = {
  id: string;
  answers: Answers;
  sealed: Buffer | null;
  purposes: readonly string[];
  submittedAt: Date | null;
};

/** The registration of this token; null when there is none, or when it is finished or expired. */
export async function readDraft(token: string | undefined): Promise<Draft | null> {
  if (!token) return null;
  const row = await call(doorDatabase(), "read_registration", { tokenHash: tokenHash(token) });
  if (!row || row.completed) return null;
  const { id, answers, purposes, submittedAt } = row;
  return { id, answers: openAnswers(id, answers), sealed: answers, purposes, submittedAt };
}

/**
 * Stores the consent of Ley 1581: text, purposes, time and address. Nothing typed is stored before it.
 * @returns the token for the browser: the given one when its registration goes on, else a new one
 * @throws Refusal "too_many_attempts", with its end
 */
export async function authorise(
  input: ConsentInput,
  from: From & { language: string; token: string | undefined },
): Promise<string> {
  await spendStep("consent", from);
  const policy = await findCurrentPolicy(publicDatabase());
  if (!policy) throw new Error("no policy was published");
  const continued = from.token && (await readDraft(from.token));
  const token = continued && from.token ? from.token : newToken().token;
  const stored = await call(doorDatabase(), "authorise_registration", {
    id: randomUUID(),
    tokenHash: tokenHash(token),
    policy: policy.id,
    purposes: purposesOf(input),
    ip: from.ip,
    userAgent: from.userAgent,
    language: from.language,
    seconds: REGISTRATION_SECONDS,
  });
  if (!stored) throw new Refusal("link_not_usable");
  return token;
}

/** Adds one step's answers. @throws Refusal "link_not_usable" when the registration ended meanwhile */
export async function saveStep(token: string, draft: Draft, step: Answers): Promise<void> {
  const answers = sealAnswers(draft.id, { ...draft.answers, ...step });
  const outcome = await call(doorDatabase(), "answer_registration", {
    tokenHash: tokenHash(token),
    answers,
  });
  requireDone("registration_outcome", outcome);
}

export function isNitTaken(nit: string): Promise<boolean> {
  return call(doorDatabase(), "nit_has_owner", { nit });
}

/**
 * Composes the e-mails of one registration: for a new address, for one that has an account, and for one whose account
 * can own no company.
 */
export type ConfirmationEmails = (
  answers: WholeAnswers,
  token: string,
) => { confirm: Notice; known: Notice; barred: Notice };

/**
 * Sends the e-mail that confirms the address, the first time or again. A known address gets another text in the
 * same way, so that nobody can tell. Within a minute of the last one nothing is sent, and the answer says when
 * it can be. When the address has got enough e-mails within the hour, none is sent and the answer is the same.
 * @throws Refusal "too_many_attempts" (with its end) · "nit_has_owner" · "link_not_usable"
 */
export async function sendConfirmation(
  draft: Pick<Draft, "id" | "answers" | "sealed" | "submittedAt">,
  emails: ConfirmationEmails,
  from: Stranger,
): Promise<{ sent: boolean; waitUntil: Date | null }> {
  const { id, answers, sealed } = draft;
  if (!areWhole(answers) || !sealed) throw new Refusal("link_not_usable");
  if (await isNitTaken(answers.company.nit)) throw new Refusal("nit_has_owner");
  const { email } = answers.person;
  const { token, hash } = newToken();
  const { confirm, known, barred } = emails(answers, token);
  const compose = (notice: Notice) =>
    composeMail("registration.confirm", `${id}:${shortDigest(token)}`, { to: email, ...notice });
  const budgets = registrationMailBudgets(shortDigest(email), from);
  const { outcome, waitUntil } = await call(doorDatabase(), "send_confirmation", {
    registration: id,
    answers: sealed,
    email,
    linkHash: hash,
    linkSeconds: linkLifetimes.confirm,
    pauseSeconds: RESEND_PAUSE_SECONDS,
    ...compose(confirm),
    contentKnown: compose(known).content,
    contentBarred: compose(barred).content,
    addressKey: shortDigest(email),
    budgets: budgets.asker,
    addressBudgets: budgets.address,
    ip: from.ip,
  });
  requireDone("registration_outcome", outcome);
  if (outcome === "waiting" && waitUntil) throw new Refusal("too_many_attempts", waitEnd(waitUntil, from));
  return { sent: outcome === "done", waitUntil };
}

/** Counts a step of this visitor. @throws Refusal "too_many_attempts", with its end */
export async function spendStep(step: RegistrationStep, from: Stranger): Promise<void> {
  const waitUntil = await call(doorDatabase(), "budget_spend", {
    budgets: registrationBudgets(step, from),
  });
  if (waitUntil) throw new Refusal("too_many_attempts", waitEnd(waitUntil, from));
}
