import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/** Digest by which a typed check code is compared: of one order's number, so no list of codes can be tried. */
export function checkIndex(kindCode: string, numberKey: string, checkCode: string): Buffer {
  return createHmac("sha256", paperKey("order-check/v1"))
    .update(`order-check/v1:${kindCode}:${numberKey}:${checkCode}`)
    .digest();
}
