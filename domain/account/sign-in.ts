import { publicDatabase } from "@/db/client";
import { findSignInFacts, recordSignInMiss, returnBudgets, spendBudgets } from "@/db/queries/account";
import { openSession } from "@/db/queries/session";
import { Refusal } from "@/domain/refusal";
import { passwordMatches } from "@/lib/auth/password";
import { shortDigest } from "@/lib/crypto/digest";
import { newToken } from "@/lib/crypto/token";
import { signInBudgets } from "./budgets";
import type { SignInInput } from "./schema";
import { sessionLimits } from "./session-limits";

type From = { ip: string; userAgent: string };
export type OpenedSession = { token: string; isCaja: boolean };

/**
 * Compares e-mail and password and opens a session. The attempt is spent first and given back when it was
 * right, so that many at once cannot pass the limit together. Unknown e-mails cost the same work.
 * @throws Refusal "bad_credentials", one for every failure · "too_many_attempts", with its end
 */
export async function signInWithPassword(
  { email, password }: SignInInput,
  from: From,
): Promise<OpenedSession> {
  const budgets = signInBudgets(shortDigest(email), from.ip);
  const waitUntil = await spendBudgets(publicDatabase(), budgets);
  if (waitUntil) throw new Refusal("too_many_attempts", waitUntil);
  const facts = await findSignInFacts(publicDatabase(), email);
  if (!(await passwordMatches(password, facts?.passwordHash ?? null)) || !facts) {
    await recordSignInMiss(publicDatabase(), facts?.personId ?? null, from.ip);
    throw new Refusal("bad_credentials");
  }
  await returnBudgets(publicDatabase(), budgets);
  return openSessionFor(facts.personId, facts.isCaja, from);
}

/** Opens a session for a person who has just proved who they are. @throws Refusal "bad_credentials" */
export async function openSessionFor(personId: string, isCaja: boolean, from: From): Promise<OpenedSession> {
  const { token, hash } = newToken();
  const limits = isCaja ? sessionLimits.caja : sessionLimits.provider;
  if (!(await openSession(publicDatabase(), { personId, tokenHash: hash, ...limits, ...from })))
    throw new Refusal("bad_credentials");
  return { token, isCaja };
}
