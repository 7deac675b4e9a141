import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { tokenHash } from "@/lib/crypto/token";

/** Why a browser with a session's token must sign in again; null without a token or for an unknown one. */
export async function whySessionEnded(token: string | null) {
  return token ? call(doorDatabase(), "session_end_reason", { tokenHash: tokenHash(token) }) : null;
}
