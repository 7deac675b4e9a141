import { unseal } from "@/lib/crypto/seal";
import { typedNumberPlace } from "./look-up";

/** What was typed as the number of a look-up, while it is kept, else what stands in its place. */
export function shownNumber(row: {
  id: string;
  number: string | null;
  numberSealed: Buffer | null;
}): string | null {
  return row.numberSealed ? unseal(row.numberSealed, typedNumberPlace(row.id)) : row.number;
}
