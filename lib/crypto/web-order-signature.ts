import { CODE_ISSUER, decodeOrderCode, signatureOf, signedPart } from "@/domain/order/code";
import type { CodeCheck, OrderPublicKey } from "./order-signature";

/** `verifyOrderCode` for a browser: the same answers by WebCrypto, without anything of Node. */
export async function verifyOrderCodeOnWeb(
  bytes: Uint8Array,
  keys: readonly OrderPublicKey[],
): Promise<CodeCheck> {
  const code = decodeOrderCode(bytes);
  if (!code) return { outcome: "malformed" };
  const known = keys.find(({ id }) => id === code.keyId);
  if (!known || code.issuer !== CODE_ISSUER) return { outcome: "unknown_key" };
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(known.publicKey), "Ed25519", false, [
    "verify",
  ]);
  const message = Uint8Array.from(signedPart(bytes));
  const signed = await crypto.subtle.verify("Ed25519", key, Uint8Array.from(signatureOf(bytes)), message);
  return signed ? { outcome: "authentic", code } : { outcome: "forged" };
}
