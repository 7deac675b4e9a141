import { createHash, randomBytes } from "node:crypto";

/** A 256-bit secret for a link or a cookie; the database keeps only its digest. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
