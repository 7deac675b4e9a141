import { fromCrockford, toCrockford } from "@/lib/encoding/crockford";
import { bare } from "@/model/identity/typed";

const LETTERS = 8;
const HEX = (LETTERS * 5) / 4;

/** The code of a look-up for use on the phone, from the beginning of its random id: "7K3M-4Q2P". */
export function lookupCode(id: string): string {
  const start = BigInt(`0x${id.replaceAll("-", "").slice(0, HEX)}`);
  const letters = toCrockford(
    Array.from({ length: LETTERS }, (_, at) => Number((start >> BigInt(5 * (LETTERS - 1 - at))) & 31n)),
  );
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Range of the ids that a typed code can mean; null when it is no code. O is zero, I and L are one. */
export function readLookupCode(typed: string): { from: string; to: string } | null {
  const values = fromCrockford(bare(typed));
  if (values?.length !== LETTERS) return null;
  const start = values
    .reduce((sum, value) => (sum << 5n) | BigInt(value), 0n)
    .toString(16)
    .padStart(HEX, "0");
  const uuid = (fill: string) =>
    start.padEnd(32, fill).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { from: uuid("0"), to: uuid("f") };
}
