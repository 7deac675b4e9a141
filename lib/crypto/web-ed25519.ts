/**
 * Verifies an Ed25519 signature in a browser: with WebCrypto where it supports the curve (Chrome 137, Firefox
 * 129, Safari 17), else with a small library that is loaded only then.
 */
export async function verifyEd25519(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", Uint8Array.from(publicKey), "Ed25519", false, [
      "verify",
    ]);
    return await crypto.subtle.verify("Ed25519", key, Uint8Array.from(signature), Uint8Array.from(message));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "NotSupportedError")) throw error;
    const { verifyAsync } = await import("@noble/ed25519");
    return verifyAsync(signature, message, publicKey).catch(() => false);
  }
}
