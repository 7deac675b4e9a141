import { setTimeout as pause } from "node:timers/promises";
import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { Refusal } from "@/model/refusal";
import { type Stranger, waitEnd } from "@/model/stranger";
import { passwordMailBudgets } from "./budgets";
import { entryCodeHash } from "./entry-code";
import { requireOwnPassword } from "./own-password";
import type { ChoosePasswordInput } from "./schema";
import { openNumbers } from "./sealed-fields";
import { linkLifetimes } from "./session-limits";

/**
 * No answer comes earlier: a known address takes a write more than an unknown one, which the answer's time would tell
 * (`npm run bench:enumeration`).
 */
const SOONEST_MS = 50;

/**
 * Sends a link to choose a new password, if the e-mail has an account. The answer is the same without one, and
 * after three links to that address within the hour.
 * @throws Refusal "too_many_attempts", with its end
 */
export async function sendPasswordLink(
  email: string,
  notice: (token: string) => Notice,
  from: Stranger,
): Promise<void> {
  const { token, hash } = newToken();
  const budgets = passwordMailBudgets(shortDigest(email), from);
  const requested = call(doorDatabase(), "request_password_link", {
    email,
    linkHash: hash,
    seconds: linkLifetimes.password,
    ...composeMail("password.link", shortDigest(token), { to: email, ...notice(token) }),
    budgets: budgets.asker,
    addressBudgets: budgets.address,
    ip: from.ip,
  });
  const [waitUntil] = await Promise.all([requested, pause(SOONEST_MS)]);
  if (waitUntil) throw new Refusal("too_many_attempts", waitEnd(waitUntil, from));
}

/** Reads a password link without spending it, since mail scanners open links too; null for an unknown link. */
export function readPasswordLink(token: string): Promise<Answer<"read_password_link">> {
  return call(doorDatabase(), "read_password_link", { linkHash: tokenHash(token) });
}

/**
 * Stores the password chosen by a link, closes the person's sessions and notifies them by e-mail.
 * @returns the person, to be signed in
 * @throws Refusal "link_not_usable" · "password_personal" · "password_common" · "wrong_entry_code"
 */
export async function chooseNewPassword(
  input: ChoosePasswordInput,
  notice: Notice,
  from: { ip: string },
): Promise<{ personId: string; isCaja: boolean; email: string }> {
  const link = await readPasswordLink(input.token);
  if (link?.state !== "ok") throw new Refusal("link_not_usable");
  await requireOwnPassword(input.password, {
    email: link.email,
    numbers: [...link.nits, ...openNumbers(link)],
    names: link.names,
  });
  const { outcome, personId, isCaja } = await call(doorDatabase(), "choose_password", {
    linkHash: tokenHash(input.token),
    passwordHash: await hashPassword(input.password, shortDigest(link.email)),
    ...composeMail("password.notice", shortDigest(input.token), { to: link.email, ...notice }),
    ip: from.ip,
    accountKey: shortDigest(link.email),
    codeHash: link.asksCode ? entryCodeHash(link.id, input.code ?? "") : null,
  });
  if (outcome === "wrong_code") throw new Refusal("wrong_entry_code");
  requireDone("account_outcome", outcome);
  if (!personId) throw new Refusal("link_not_usable");
  return { personId, isCaja, email: link.email };
}
