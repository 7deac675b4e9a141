import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword, isOutdated, passwordMatches } from "@/lib/crypto/password";
import { newToken } from "@/lib/crypto/token";
import { networkOf } from "@/lib/http/network";
import { isQueueFull } from "@/lib/priority-queue";
import { Refusal, type RefusalCode } from "@/model/refusal";
import type { Stranger } from "@/model/stranger";
import { unspentWhenBusy } from "./attempt";
import { openedBudgets, signInBudgets } from "./budgets";
import type { SignInInput } from "./schema";
import { sessionLimits } from "./session-limits";

type From = Stranger & { userAgent: string };
/** What the device remembers of a person's provider: its counter and the provider chosen last. */
export type WorkPlace = { counter?: string | null; provider?: string | null };
/** `waits` while its second factor is missing: then it opens no page yet. */
export type OpenedSession = { token: string; isCaja: boolean; email: string; waits: boolean };

/**
 * Compares e-mail and password and opens a session.
 * @throws Refusal as `provePassword`
 */
export async function signInWithPassword(
  input: SignInInput,
  from: From,
  known: string | null = null,
  place: WorkPlace = {},
): Promise<OpenedSession> {
  const { personId, isCaja } = await provePassword(input, from, known);
  return openSessionFor(personId, isCaja, from, place);
}

/**
 * Compares e-mail and password. The attempt is spent first and refunded when it was correct, so that concurrent
 * attempts cannot exceed the limit; of an unknown device the correct ones are limited too. Unknown e-mails cost the same work.
 * @param known name of the device, when the account signed in on it before (app/_server/auth/device.ts)
 * @throws Refusal "bad_credentials" or "last_attempt", the same for every failure · "too_many_attempts", with
 * its end
 */
export async function provePassword(
  { email, password }: Pick<SignInInput, "email" | "password">,
  from: Stranger,
  known: string | null,
): Promise<{ personId: string; isCaja: boolean }> {
  const db = doorDatabase();
  const account = shortDigest(email);
  const budgets = signInBudgets(account, from, known);
  const opened = openedBudgets(account, known);
  const waitUntil = await call(db, "budget_spend", { budgets: [...budgets, ...opened] });
  if (waitUntil) {
    await call(db, "note_throttled_sign_in", { email, ip: from.ip, network: networkOf(from.ip) });
    throw new Refusal("too_many_attempts", waitUntil);
  }
  const facts = await call(db, "sign_in_facts", { email });
  const who = known ? "known" : "strangers";
  const isRight = await unspentWhenBusy([...budgets, ...opened], () =>
    passwordMatches(password, facts?.passwordHash ?? null, who, account),
  );
  if (!isRight || !facts) {
    await call(db, "return_budget", { budgets: opened });
    throw refusalAfter(
      await call(db, "record_sign_in_miss", { person: facts?.personId ?? null, ip: from.ip, budgets }),
      "bad_credentials",
      "last_attempt",
    );
  }
  await call(db, "return_budget", { budgets });
  if (isOutdated(facts.passwordHash)) await renewHash(facts, password, account);
  return { personId: facts.personId, isCaja: facts.isCaja };
}

/**
 * Hashes a password anew at today's cost, or leaves it for the next time when there is no turn for it now. Another one
 * that was chosen meanwhile stays.
 */
async function renewHash(
  { personId, passwordHash }: NonNullable<Answer<"sign_in_facts">>,
  password: string,
  account: string,
) {
  try {
    const renewed = await hashPassword(password, account);
    await call(doorDatabase(), "renew_password_hash", { person: personId, was: passwordHash, renewed });
  } catch (error) {
    if (!isQueueFull(error)) throw error;
  }
}

/** Refusal of a wrong password, with the wait that it started or that the next one would start. */
export function refusalAfter(
  { waitUntil, aheadSeconds }: Answer<"record_sign_in_miss">,
  wrong: RefusalCode,
  last: RefusalCode,
): Refusal {
  if (waitUntil) return new Refusal(wrong, waitUntil);
  return aheadSeconds === null
    ? new Refusal(wrong)
    : new Refusal(last, undefined, Math.ceil(aheadSeconds / 60));
}

/**
 * Opens a session for an authenticated person. With several providers the device's counter or last choice
 * decides.
 * @throws Refusal "bad_credentials"
 */
export async function openSessionFor(
  personId: string,
  isCaja: boolean,
  { ip, userAgent }: From,
  place: WorkPlace = {},
): Promise<OpenedSession> {
  const { token, hash } = newToken();
  const { most, ...limits } = isCaja ? sessionLimits.caja : sessionLimits.provider;
  const db = doorDatabase();
  const opened = await call(db, "open_session", {
    person: personId,
    tokenHash: hash,
    ...limits,
    ip,
    userAgent,
    ...place,
  });
  const session = opened && (await call(db, "read_factor_session", { tokenHash: hash }));
  if (!session) throw new Refusal("bad_credentials");
  if (!session.waits) await call(db, "keep_session_limit", { tokenHash: hash, most });
  return { token, isCaja, email: session.email, waits: session.waits };
}
