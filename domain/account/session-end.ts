import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { tokenHash } from "@/lib/crypto/token";

/** Why a browser that still has a session's token must sign in again; null when it has none, or nobody knows it. */
export async function whySessionEnded(token: string | null) {
  return token ? call(publicDatabase(), "session_end_reason", { tokenHash: tokenHash(token) }) : null;
}
