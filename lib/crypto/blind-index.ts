import { createHmac } from "node:crypto";
import { indexKey } from "./keys";

/** Digest by which a sealed value of this kind is found; the caller brings it into one spelling first. */
export function blindIndex(kind: string, value: string): Buffer {
  return createHmac("sha256", indexKey()).update(`${kind}:${value}`).digest();
}
