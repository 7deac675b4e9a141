import { keyFor } from "@/lib/crypto/keys";

/** The key of one thing that the paper of an order carries. */
export function paperKey(purpose: "order-holder/v1" | "order-check/v1" | "order-tail/v1"): Buffer {
  return keyFor(purpose);
}
