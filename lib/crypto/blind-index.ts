import { createHmac } from "node:crypto";
import { indexKey } from "./keys";

/** Digest by which an encrypted value of this kind is found. The caller normalises the value first. */
export function blindIndex(kind: string, value: string): Buffer {
  return createHmac("sha256", indexKey()).update(`${kind}:${value}`).digest();
}
