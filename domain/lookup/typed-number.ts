import { unseal } from "@/lib/crypto/seal";
import { typedNumberPlace } from "./look-up";

/** What was typed as the number of a look-up, while it is kept, else what stands in its place. */
export function shownNumber<T extends string | null>(row: {
  id: string;
  number: T;
  numberSealed: Buffer | null;
}): T | string {
  return row.numberSealed ? unseal(row.numberSealed, typedNumberPlace(row.id)) : row.number;
}
