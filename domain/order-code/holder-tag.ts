import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/**
 * Eight bytes in the code on the paper that link it to a person, for the holder of the key only. They include
 * the order's id, so that two orders of one person have nothing in common.
 */
export function holderTag(idKind: string, idNumber: string, codeId: Uint8Array): Buffer {
  return createHmac("sha256", paperKey("order-holder/v1"))
    .update(`order-holder/v1:${idKind}:${idNumber}:`)
    .update(codeId)
    .digest()
    .subarray(0, 8);
}
