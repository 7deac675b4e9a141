import { LONGEST_ORDER_NUMBER } from "@/model/order-number";
import type { Seen } from "./batch";

type Numbered = { kindCode: string; numberKey: string };

/** A number with letters before its digits, in parts: its zeros in front do not go away in its key. */
const LETTERED = /^([A-Z]+)(0*)(\d.*)$/;

/** The other keys of the same number, with more or fewer zeros behind its letters; none of a number of digits. */
export function otherSpellings({ kindCode, numberKey }: Numbered): Numbered[] {
  const [, letters = "", , digits = ""] = LETTERED.exec(numberKey) ?? [];
  if (letters === "") return [];
  const zeros = Array.from(
    { length: LONGEST_ORDER_NUMBER + 1 - letters.length - digits.length },
    (_, at) => at,
  );
  return zeros
    .map((count) => ({ kindCode, numberKey: letters + "0".repeat(count) + digits }))
    .filter((other) => other.numberKey !== numberKey);
}

/**
 * The number of an earlier line of the file that differs from this one by zeros behind its letters only; null when
 * there is none.
 */
export function otherInFile({ kindCode, numberKey }: Numbered, line: number, seen: Seen): string | null {
  const [, letters, , digits] = LETTERED.exec(numberKey) ?? [];
  if (letters === undefined) return null;
  const bare = `${kindCode}/${letters} ${digits}`; // No key of an order has a blank.
  const first = seen.get(bare);
  if (!first) seen.set(bare, { line, data: numberKey });
  return first && first.data !== numberKey ? first.data : null;
}
