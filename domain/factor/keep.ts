import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { mailsJson } from "@/db/queries/notify";
import type { Notice } from "@/domain/notify/channel";
import { composeMail } from "@/domain/notify/outbox";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";
import type { FactorSession } from "./session";

/** The factors of the session's person, oldest first. */
export function listFactors(token: string) {
  return call(doorDatabase(), "list_factors", { tokenHash: tokenHash(token) });
}

/**
 * Ends a factor of the person.
 * @throws Refusal "proof_needed" · "factor_gone" · "last_factor" for the only one of somebody of the caja
 */
export async function endFactor(
  token: string,
  { email }: FactorSession,
  factor: string,
  notice: Notice,
  { ip }: { ip: string },
): Promise<void> {
  const mails = mailsJson([composeMail("factor.notice", `${factor}:ended`, { to: email, ...notice })]);
  const args = { tokenHash: tokenHash(token), factor, mails, ip };
  requireDone("factor_outcome", await call(doorDatabase(), "end_factor", args));
}
