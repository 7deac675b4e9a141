import { randomUUID } from "node:crypto";
import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";
import { newTotpSecret, totpAddress, totpStepOf } from "@/lib/crypto/totp";
import { Refusal } from "@/model/refusal";
import { type Proven, provenBy } from "./prove";
import { openTotpSecret, sealTotpSecret } from "./secret";
import type { FactorSession } from "./session";

/**
 * Makes a secret that waits for its first code. One of the last hour is kept.
 * @throws Refusal "not_allowed" · "proof_needed" · "factor_gone" when the person has an application already
 */
export async function beginTotp(token: string): Promise<void> {
  const factor = randomUUID();
  const secret = sealTotpSecret(factor, newTotpSecret());
  requireDone(
    "factor_outcome",
    await call(doorDatabase(), "begin_totp", { tokenHash: tokenHash(token), factor, secret }),
  );
}

/** The secret that waits for its first code, as text and as the address in the picture; null without one. */
export async function readPendingTotp(
  token: string,
  { email }: Pick<FactorSession, "email">,
  issuer: string,
): Promise<{ secret: string; address: string } | null> {
  const found = await call(doorDatabase(), "read_pending_totp", { tokenHash: tokenHash(token) });
  if (!found) return null;
  const secret = openTotpSecret(found);
  return { secret, address: totpAddress(secret, issuer, email) };
}

/**
 * The first code of a new secret: from now on the person has this factor, and the session is proven by it.
 * @throws Refusal "wrong_first_code" · "factor_gone" · "proof_needed"
 */
export async function confirmTotp(
  token: string,
  session: FactorSession,
  code: string,
  notice: Notice,
  { ip }: { ip: string },
): Promise<Proven> {
  const own = { tokenHash: tokenHash(token) };
  const found = await call(doorDatabase(), "read_pending_totp", own);
  if (!found) throw new Refusal("factor_gone");
  const step = totpStepOf(openTotpSecret(found), code, found.step);
  if (step === null) throw new Refusal("wrong_first_code");
  const factor = found.factorId;
  const mails = mailsJson([
    composeMail("factor.notice", `${factor}:added`, { to: session.email, ...notice }),
  ]);
  return provenBy(token, session, (newHash) =>
    call(doorDatabase(), "confirm_totp", { ...own, newHash, factor, step, mails, ip }),
  );
}
