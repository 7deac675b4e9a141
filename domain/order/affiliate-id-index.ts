import { blindIndex } from "@/lib/crypto/blind-index";

/** Digest by which the orders of an affiliate are found. `idNumber` is normalised (see model/identity). */
export function affiliateIdIndex(idNumber: string): Buffer {
  return blindIndex("affiliate-id", idNumber);
}
