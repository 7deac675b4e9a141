import { createHmac } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { spendAttempt, unspentWhenBusy } from "@/domain/account/attempt";
import { newPinBudgets, pinBudgets } from "@/domain/account/budgets";
import { counterLimits } from "@/domain/account/session-limits";
import { refusalAfter } from "@/domain/account/sign-in";
import { readFactorSession } from "@/domain/factor/session";
import { requireDone } from "@/domain/outcome";
import { keyFor } from "@/lib/crypto/keys";
import { hashPassword, passwordMatches } from "@/lib/crypto/password";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import type { NameInput } from "./schema";

/**
 * What is hashed of a PIN: six digits alone would be tried out in an hour by whoever has a backup, so they come under
 * a key that no backup holds, for their person alone.
 */
function keyedPin(personId: string, pin: string): string {
  return createHmac("sha256", keyFor("counter-pin/v1")).update(`${personId} ${pin}`).digest("base64url");
}

/** The state of the own PIN; null without a whole session of the person's own. */
export function readOwnPin(token: string): Promise<Answer<"read_own_pin">> {
  return call(doorDatabase(), "read_own_pin", { tokenHash: tokenHash(token) });
}

/**
 * Sets the person's PIN, which also opens a closed one. Asks for the proof before it hashes anything.
 * @throws Refusal "proof_needed" · "not_allowed" · "too_many_attempts", with its end
 */
export async function setPin(
  token: string,
  personId: string,
  pin: string,
  { ip }: { ip: string },
): Promise<void> {
  const session = await readFactorSession(token);
  if (session?.personId !== personId || session.waits) throw new Refusal("not_allowed");
  if (!session.proven) throw new Refusal("proof_needed");
  const budgets = newPinBudgets(personId);
  await spendAttempt(budgets);
  const pinHash = await unspentWhenBusy(budgets, () => hashPassword(keyedPin(personId, pin), personId));
  const outcome = await call(doorDatabase(), "set_pin", { tokenHash: tokenHash(token), pinHash, ip });
  requireDone("factor_outcome", outcome);
}

/** Who can be named on a paired device, by name. */
export function listDevicePeople(device: string): Promise<Answer<"list_device_people">> {
  return call(doorDatabase(), "list_device_people", { deviceHash: tokenHash(device) });
}

/**
 * Names a person on a paired device by their PIN. The attempt is spent before it is compared and refunded when it was
 * right, so that concurrent attempts cannot exceed the limit.
 * @returns the token of the session in which they are named
 * @throws Refusal "wrong_pin" or "last_pin" · "pin_closed" · "too_many_attempts", with its end
 */
export async function nameOnDevice(
  device: string,
  { person, pin }: NameInput,
  { ip, userAgent }: { ip: string; userAgent: string },
): Promise<string> {
  const db = doorDatabase();
  const deviceHash = tokenHash(device);
  const found = await call(db, "read_pin", { deviceHash, person });
  if (!found) throw new Refusal("wrong_pin");
  if (found.closed) throw new Refusal("pin_closed");
  const budgets = pinBudgets(found.deviceId, person);
  await spendAttempt(budgets);
  const isRight = await unspentWhenBusy(budgets, () =>
    passwordMatches(keyedPin(person, pin), found.pinHash, "known", person),
  );
  if (!isRight) {
    const { closed, ...wait } = await call(db, "record_pin_miss", { person, ip, budgets });
    throw closed ? new Refusal("pin_closed") : refusalAfter(wait, "wrong_pin", "last_pin");
  }
  await call(db, "return_budget", { budgets });
  const { token, hash } = newToken();
  const { idleSeconds, absoluteSeconds } = counterLimits;
  const isOpen = await call(db, "open_pin_session", {
    deviceHash,
    person,
    was: found.pinHash,
    tokenHash: hash,
    idleSeconds,
    absoluteSeconds,
    ip,
    userAgent,
  });
  if (!isOpen) throw new Refusal("wrong_pin");
  return token;
}
