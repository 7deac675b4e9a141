import { fromCrockford, toCrockford } from "@/lib/encoding/crockford";
import { bare } from "@/model/identity/typed";

const RANDOM_LETTERS = 8;
const CHECK_CODE_LETTERS = RANDOM_LETTERS + 1;

/** Multiplies by 2 in the field of 32 elements (x⁵ + x² + 1). */
const double = (value: number) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

/**
 * Checksum, zero for a valid check code. Each letter is weighted with another power of 2 in the field, so that
 * one wrong letter or a transposition never gives zero.
 */
function residue(values: readonly number[]): number {
  return values.reduce((sum, value) => double(sum) ^ value, 0);
}

/** The check code of 8 random bytes: their lowest five bits each, and a check letter. */
export function checkCodeOf(random: Uint8Array): string {
  const values = [...random.subarray(0, RANDOM_LETTERS)].map((byte) => byte & 31);
  if (values.length !== RANDOM_LETTERS) throw new RangeError("a check code needs 8 random bytes");
  const check = double(residue(values));
  return toCrockford([...values, check]);
}

/** `shape`: not nine letters of the alphabet. `wrong`: the checksum is wrong. */
export type ReadCheckCode = { code: string } | { fault: "shape" | "wrong" };

/** Reads what a person typed: any case, with spaces and hyphens or without, O as zero, I and L as one. */
export function readCheckCode(typed: string): ReadCheckCode {
  const values = fromCrockford(bare(typed));
  if (values?.length !== CHECK_CODE_LETTERS) return { fault: "shape" };
  return residue(values) === 0 ? { code: toCrockford(values) } : { fault: "wrong" };
}

/** Formats a check code as the paper prints it: three groups of three characters. */
export function printedCheckCode(code: string): string {
  return code.replace(/^(.{3})(.{3})(.{3})$/, "$1-$2-$3");
}
