import { doorDatabase } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";

/** The open sessions of the session's person, the own one first. */
export function listOwnSessions(token: string): Promise<Answer<"list_own_sessions">> {
  return call(doorDatabase(), "list_own_sessions", { tokenHash: tokenHash(token) });
}

/**
 * Ends another session of the person.
 * @param session null for all others
 * @throws Refusal "proof_needed"
 */
export async function endOwnSessions(token: string, session: string | null, ip: string): Promise<void> {
  const args = { tokenHash: tokenHash(token), session, ip };
  requireDone("factor_outcome", await call(doorDatabase(), "end_own_sessions", args));
}
