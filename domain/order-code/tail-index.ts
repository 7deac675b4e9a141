import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/**
 * Digest by which the last four of an affiliate's ID are checked after the code on the paper was read. The
 * code's own random id is in it, so equal endings of two orders do not look alike.
 */
export function tailIndex(codeId: Uint8Array, lastFour: string): Buffer {
  return createHmac("sha256", paperKey("order-tail/v1"))
    .update(`order-tail/v1:${lastFour}:`)
    .update(codeId)
    .digest();
}
