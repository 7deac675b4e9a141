import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/**
 * Digest for checking the last four characters of an affiliate's ID after a scan. It includes the code's random
 * id, so that equal endings of two orders have different digests.
 */
export function tailIndex(codeId: Uint8Array, lastFour: string): Buffer {
  return createHmac("sha256", paperKey("order-tail/v1"))
    .update(`order-tail/v1:${lastFour}:`)
    .update(codeId)
    .digest();
}
