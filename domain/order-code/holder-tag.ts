import { createHmac } from "node:crypto";
import { paperKey } from "./paper-key";

/**
 * Eight bytes in the code on the paper that tie it to a person for whoever has the key, and to nobody for the
 * rest: the order's own id is in them, so two orders of one person have nothing in common.
 */
export function holderTag(idKind: string, idNumber: string, codeId: Uint8Array): Buffer {
  return createHmac("sha256", paperKey("order-holder/v1"))
    .update(`order-holder/v1:${idKind}:${idNumber}:`)
    .update(codeId)
    .digest()
    .subarray(0, 8);
}
