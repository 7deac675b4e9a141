import { FIRST_CODE_DAY, LARGEST_CODE_VALUE, LAST_CODE_DAY } from "@/domain/order-code/code";
import { missingCharacters } from "@/lib/pdf/characters";

/** Why an order cannot go to paper; the words are in domain/print/words.ts. */
const paperFaults = ["dates", "value", "letters", "data"] as const;
export type PaperFault = (typeof paperFaults)[number];

/** Whether an order is left out for what it says, and not for its state. */
export const isPaperFault = (why: string): why is PaperFault =>
  (paperFaults as readonly string[]).includes(why);

/**
 * Why an order cannot be printed: days or a value that its code cannot encode, or characters that the fonts
 * lack. Entry and import refuse both, so only older orders have them.
 */
export function paperFault(order: {
  issuedOn: string;
  validUntil: string;
  value: number;
  texts: readonly string[];
}): PaperFault | null {
  const { issuedOn, validUntil, value } = order;
  if (issuedOn < FIRST_CODE_DAY || validUntil > LAST_CODE_DAY || validUntil < issuedOn) return "dates";
  if (value < 1 || value > LARGEST_CODE_VALUE) return "value";
  return order.texts.some((text) => missingCharacters(text).length > 0) ? "letters" : null;
}
