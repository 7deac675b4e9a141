import { doorDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { tokenHash } from "@/lib/crypto/token";
import { totpCode } from "@/lib/crypto/totp";
import { openTotpSecret } from "./secret";

/**
 * For the demonstration, which has no phones: the next code that would be accepted; "" when those of the moment were
 * used, null for a person without an application.
 */
export async function readDemoCode(token: string): Promise<string | null> {
  const found = await call(doorDatabase(), "read_totp", { tokenHash: tokenHash(token) });
  if (!found) return null;
  const step = Math.max(found.step, (found.lastStep ?? 0) + 1);
  return step > found.step + 1 ? "" : totpCode(openTotpSecret(found), step);
}
