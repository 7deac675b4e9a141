import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import type { Browser } from "@/domain/own-account/browser";
import { tokenHash } from "@/lib/crypto/token";

/** A session as the pages of the second factor see it, whether or not its factor is still missing. */
export type FactorSession = NonNullable<Answer<"read_factor_session">>;

/**
 * Null without an open session. One that waits for its factor is open for a few minutes.
 * @param browser of the request; a session that is bound to another one ends
 */
export async function readFactorSession(
  token: string | null,
  browser?: Browser,
): Promise<FactorSession | null> {
  return token
    ? call(doorDatabase(), "read_factor_session", { tokenHash: tokenHash(token), ...browser })
    : null;
}

/** Whether the person has a second factor, and not only codes on paper. */
export const hasFactor = ({ totp, passkeys }: FactorSession): boolean => totp || passkeys > 0;

/** Whether the person has a code to type: of an application, or one on paper that was not used. */
export const hasCode = ({ totp, papers }: FactorSession): boolean => totp || papers > 0;
