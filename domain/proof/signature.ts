import { createHash, createPublicKey, verify } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PURPOSE = "convenios/proof/v1";

/** Whether this key signed the proof. */
export function isSignedProof(content: string, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, Buffer.concat([Buffer.from(PURPOSE), Buffer.from(content)]), key, signature);
}

/**
 * Short form of a signature: eight letters of Crockford's alphabet, 40 bits that cannot be guessed without the
 * proof.
 */
export function proofCode(signature: Uint8Array): string {
  const digest = createHash("sha256").update(signature).digest();
  return [...digest.subarray(0, 8)].map((byte) => ALPHABET.charAt(byte & 31)).join("");
}
