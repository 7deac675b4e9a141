import { createHash } from "node:crypto";

/** A short digest of a personal datum, to count it without keeping it. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
