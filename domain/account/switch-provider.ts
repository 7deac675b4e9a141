import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { requireDone } from "@/domain/outcome";
import { tokenHash } from "@/lib/crypto/token";

/**
 * Switches this session to another of its person's providers.
 * @throws Refusal "not_allowed" when they do not work there, or the session ended
 */
export async function switchProvider(token: string, provider: string, client: { ip: string }): Promise<void> {
  const args = { tokenHash: tokenHash(token), provider, ip: client.ip };
  requireDone("switch_outcome", await call(doorDatabase(), "switch_provider", args));
}
