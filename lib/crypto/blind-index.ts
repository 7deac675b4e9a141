import { createHmac } from "node:crypto";
import { indexKey } from "./keys";

/** Digest by which a sealed ID number is found. `idNumber` is normalised (see model/identity). */
export function blindIndex(idNumber: string): Buffer {
  return createHmac("sha256", indexKey()).update(`affiliate-id:${idNumber}`).digest();
}
