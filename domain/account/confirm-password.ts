import { publicDatabase } from "@/db/client";
import { findSignInFacts, recordSignInMiss, returnBudgets, spendBudgets } from "@/db/queries/account";
import type { Grant, Permission } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { passwordMatches } from "@/lib/auth/password";
import { shortDigest } from "@/lib/crypto/digest";
import { signInBudgets } from "./budgets";

/**
 * Asks a person who is signed in for their password again, before what cannot be taken back. Wrong ones count
 * as misses at the door.
 * @throws Refusal "wrong_password" · "too_many_attempts", with its end
 */
export async function confirmPassword(
  grant: Grant<Permission>,
  password: string,
  client: { ip: string },
): Promise<void> {
  const { email, personId } = grant.actor;
  const budgets = signInBudgets(shortDigest(email), client.ip);
  const waitUntil = await spendBudgets(publicDatabase(), budgets);
  if (waitUntil) throw new Refusal("too_many_attempts", waitUntil);
  const facts = await findSignInFacts(publicDatabase(), email);
  if (!(await passwordMatches(password, facts?.passwordHash ?? null))) {
    await recordSignInMiss(publicDatabase(), personId, client.ip);
    throw new Refusal("wrong_password");
  }
  await returnBudgets(publicDatabase(), budgets);
}
