import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import { confirmPassword } from "@/domain/account/confirm-password";
import { requireOwnPassword } from "@/domain/account/own-password";
import { openNumbers } from "@/domain/account/sealed-fields";
import type { FactorSession } from "@/domain/factor/session";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { shortDigest } from "@/lib/crypto/digest";
import { hashPassword } from "@/lib/crypto/password";
import { newToken, tokenHash } from "@/lib/crypto/token";
import { inNormalForm } from "@/lib/format/normal-form";
import { Refusal } from "@/model/refusal";
import type { ChangePasswordInput } from "./schema";

/**
 * Sets another password of a signed-in person who typed the present one. Every other session ends, and a mail says so.
 * @throws Refusal "wrong_password" or "last_password" · "too_many_attempts", with its end · "password_personal" ·
 * "password_common" · "password_same"
 */
export async function changeOwnPassword(
  token: string,
  session: FactorSession,
  { password, newPassword }: ChangePasswordInput,
  notice: Notice,
  { ip }: { ip: string },
): Promise<void> {
  const { email } = session;
  const was = await confirmPassword(session, password, { ip });
  const own = await call(doorDatabase(), "read_own_names", { tokenHash: tokenHash(token) });
  if (!own) throw new Refusal("not_allowed");
  if (inNormalForm(newPassword) === inNormalForm(password)) throw new Refusal("password_same");
  await requireOwnPassword(newPassword, {
    email,
    numbers: [...own.nits, ...openNumbers(own)],
    names: [own.name, ...own.companies],
  });
  const event = shortDigest(newToken().token);
  const outcome = await call(doorDatabase(), "change_own_password", {
    tokenHash: tokenHash(token),
    was,
    passwordHash: await hashPassword(newPassword, session.personId),
    mails: mailsJson([composeMail("password.notice", event, { to: email, ...notice })]),
    ip,
  });
  // Somebody chose another one while this was typed, so the present one was right no longer.
  if (outcome === "gone") throw new Refusal("wrong_password");
  requireDone("factor_outcome", outcome);
}
