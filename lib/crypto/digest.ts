import { createHash } from "node:crypto";

/** 132 bits of SHA-256 as text, to compare many texts without keeping them. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
