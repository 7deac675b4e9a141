import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import {
  CODE_BODY_BYTES,
  CODE_ISSUER,
  decodeOrderCode,
  type OrderCode,
  signatureOf,
  signedPart,
} from "@/domain/order-code/code";

/** The public half of a key that signs orders. */
export type OrderPublicKey = { id: number; publicKey: Uint8Array };

/** Result of verifying a code. Only the database knows whether the order was used or annulled. */
export type CodeCheck =
  | { outcome: "authentic"; code: OrderCode }
  | { outcome: "malformed" | "unknown_key" | "forged" };

/** A new key pair: the public half as 32 bytes, the private half as PKCS#8 to be sealed. */
export function newOrderKeyPair(): { publicKey: Buffer; privateKey: string } {
  const pair = generateKeyPairSync("ed25519");
  const jwk = pair.publicKey.export({ format: "jwk" });
  return {
    publicKey: Buffer.from(jwk.x ?? "", "base64url"),
    privateKey: pair.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

/** Signs the body of a code and appends the signature. */
export function signCodeBody(body: Uint8Array, privateKey: KeyObject): Uint8Array {
  if (body.length !== CODE_BODY_BYTES) throw new RangeError("the body of a code has 28 bytes");
  return Buffer.concat([body, sign(null, signedPart(body), privateKey)]);
}

/** Whether one of these keys signed the code. Never throws. */
export function verifyOrderCode(bytes: Uint8Array, keys: readonly OrderPublicKey[]): CodeCheck {
  const code = decodeOrderCode(bytes);
  if (!code) return { outcome: "malformed" };
  const key = keys.find(({ id }) => id === code.keyId);
  if (!key || code.issuer !== CODE_ISSUER) return { outcome: "unknown_key" };
  const signed = verify(null, signedPart(bytes), publicKeyObject(key.publicKey), signatureOf(bytes));
  return signed ? { outcome: "authentic", code } : { outcome: "forged" };
}

function publicKeyObject(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}
