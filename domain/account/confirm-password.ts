import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { passwordMatches } from "@/lib/crypto/password";
import type { Actor } from "@/model/access";
import { spendAttempt, unspentWhenBusy } from "./attempt";
import { confirmBudgets } from "./budgets";
import { refusalAfter } from "./sign-in";

/**
 * Asks a signed-in person for their password again, before an irreversible action. Wrong ones count for this
 * session alone, so that failed sign-ins of others cannot block it.
 * @returns the hash that it was compared with
 * @throws Refusal "wrong_password" or "last_password" · "too_many_attempts", with its end
 */
export async function confirmPassword(
  { email, personId, sessionId }: Pick<Actor, "email" | "personId" | "sessionId">,
  password: string,
  client: { ip: string },
): Promise<string> {
  const budgets = confirmBudgets(sessionId);
  await spendAttempt(budgets);
  const facts = await call(doorDatabase(), "sign_in_facts", { email });
  const isRight = await unspentWhenBusy(budgets, () =>
    passwordMatches(password, facts?.passwordHash ?? null, "known", personId),
  );
  if (!isRight || !facts) {
    throw refusalAfter(
      await call(doorDatabase(), "record_sign_in_miss", { person: personId, ip: client.ip, budgets }),
      "wrong_password",
      "last_password",
    );
  }
  await call(doorDatabase(), "return_budget", { budgets });
  return facts.passwordHash;
}
