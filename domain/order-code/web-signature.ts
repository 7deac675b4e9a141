import { CODE_ISSUER, decodeOrderCode, signatureOf, signedPart } from "@/domain/order-code/code";
import { verifyEd25519 } from "@/lib/crypto/web-ed25519";
import type { CodeCheck, OrderPublicKey } from "./signature";

/** `verifyOrderCode` for a browser: the same results with WebCrypto, without Node. */
export async function verifyOrderCodeOnWeb(
  bytes: Uint8Array,
  keys: readonly OrderPublicKey[],
): Promise<CodeCheck> {
  const code = decodeOrderCode(bytes);
  if (!code) return { outcome: "malformed" };
  const known = keys.find(({ id }) => id === code.keyId);
  if (!known || code.issuer !== CODE_ISSUER) return { outcome: "unknown_key" };
  const signed = await verifyEd25519(known.publicKey, signatureOf(bytes), signedPart(bytes));
  return signed ? { outcome: "authentic", code } : { outcome: "forged" };
}
