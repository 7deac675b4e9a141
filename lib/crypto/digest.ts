import { createHash } from "node:crypto";

/** 132 bits of SHA-256 as text, to compare many texts without keeping them. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** The start of the SHA-256 of bytes, in groups that people can read out and compare. */
export function fingerprint(bytes: Uint8Array): string {
  const hex = createHash("sha256").update(bytes).digest("hex").slice(0, 16).toUpperCase();
  return hex.replace(/(.{4})(?=.)/g, "$1 ");
}
