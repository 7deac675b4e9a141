import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import type { FactorOutcome } from "@/db/contract/functions.generated";
import { spendAttempt, unspentWhenBusy } from "@/domain/account/attempt";
import { factorBudgets } from "@/domain/account/budgets";
import { confirmPassword } from "@/domain/account/confirm-password";
import { sessionLimits } from "@/domain/account/session-limits";
import { refusalAfter } from "@/domain/account/sign-in";
import { requireDone } from "@/domain/outcome";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { totpStepOf } from "@/lib/crypto/totp";
import { Refusal } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import { paperCodeHash } from "./paper-codes";
import type { FactorCode } from "./schema";
import { openTotpSecret } from "./secret";
import type { FactorSession } from "./session";

/** A session whose person proved who they are, and the token under which it goes on. */
export type Proven = { token: string; isCaja: boolean; email: string };

/** What writes the proof: it gets the digest of the token under which a session that waited goes on. */
type Pass = (newHash: Buffer) => Promise<FactorOutcome>;

/** @throws Refusal of the outcome */
export async function provenBy(token: string, session: FactorSession, pass: Pass): Promise<Proven> {
  const next = newToken();
  requireDone("factor_outcome", await pass(next.hash));
  const { isCaja, email } = session;
  const { most } = isCaja ? sessionLimits.caja : sessionLimits.provider;
  if (session.waits) await call(doorDatabase(), "keep_session_limit", { tokenHash: next.hash, most });
  return { token: session.waits ? next.token : token, isCaja, email };
}

/**
 * Proves a session by a code of an application or on paper. The attempt is spent before it is compared and
 * refunded when it was right, so that concurrent attempts cannot exceed the limit.
 * @param known name of the device, when the account signed in on it before
 * @throws Refusal "wrong_code" or "last_code" · "code_used" · "too_many_attempts", with its end
 */
export async function proveByCode(
  token: string,
  session: FactorSession,
  code: FactorCode,
  from: Stranger,
  known: string | null,
): Promise<Proven> {
  const budgets = factorBudgets(session.personId, from, known);
  await spendAttempt(budgets);
  const pass = await unspentWhenBusy(budgets, () => passOf(token, session.personId, code, from.ip));
  const missed = () =>
    call(doorDatabase(), "record_factor_miss", { person: session.personId, ip: from.ip, budgets });
  if (!pass) throw refusalAfter(await missed(), "wrong_code", "last_code");
  try {
    const proven = await provenBy(token, session, pass);
    await call(doorDatabase(), "return_budget", { budgets });
    return proven;
  } catch (error) {
    // A paper code that is not among the unused ones is a wrong code like any other.
    if (error instanceof Refusal && error.code === "factor_gone")
      throw refusalAfter(await missed(), "wrong_code", "last_code");
    throw error;
  }
}

/** The write for this code; null when it is wrong. */
async function passOf(
  token: string,
  personId: string,
  { kind, text }: FactorCode,
  ip: string,
): Promise<Pass | null> {
  const db = doorDatabase();
  const own = { tokenHash: tokenHash(token) };
  if (kind === "totp") {
    const found = await call(db, "read_totp", own);
    const step = found && totpStepOf(openTotpSecret(found), text, found.step);
    if (!found || step === null) return null;
    return (newHash) => call(db, "pass_totp", { ...own, newHash, factor: found.factorId, step, ip });
  }
  const found = await call(db, "read_paper_salt", own);
  if (!found) return null;
  const codeHash = await paperCodeHash(text, found.salt, personId);
  return (newHash) => call(db, "pass_paper_code", { ...own, newHash, set: found.setId, codeHash, ip });
}

/**
 * Proves the session of a person without a second factor by their password.
 * @throws Refusal as `confirmPassword` · "not_allowed" for somebody with a factor
 */
export async function proveByPassword(
  token: string,
  session: FactorSession,
  password: string,
  client: { ip: string },
): Promise<void> {
  await confirmPassword(session, password, client);
  requireDone(
    "factor_outcome",
    await call(doorDatabase(), "pass_password", { tokenHash: tokenHash(token), ip: client.ip }),
  );
}
