import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/**
 * Digest for comparing a typed check code. It includes the order's number, so that no list of codes can be
 * tried.
 */
export function checkIndex(kindCode: string, numberKey: string, checkCode: string): Buffer {
  return createHmac("sha256", paperKey("order-check/v1"))
    .update(`order-check/v1:${kindCode}:${numberKey}:${checkCode}`)
    .digest();
}
