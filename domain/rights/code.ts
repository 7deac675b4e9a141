import { randomBytes, randomInt } from "node:crypto";
import { tokenHash } from "@/lib/crypto/token";
import { toCrockford } from "@/lib/encoding/crockford";
import { bare, withDigits } from "@/model/identity/typed";

/** Letters of a code: 80 random bits, which nobody guesses. */
export const RIGHTS_CODE_LETTERS = 16;

/** A radicado: it is drawn, so that it tells nobody how many requests there are. */
export const newRightsNumber = (year: number): string =>
  `HD-${year}-${String(randomInt(100_000_000)).padStart(8, "0")}`;

/** The code that the mail brings, in groups of four letters that nobody confuses. */
export function newRightsCode(): string {
  const letters = toCrockford([...randomBytes(RIGHTS_CODE_LETTERS)].map((byte) => byte & 31));
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as it is compared, however it is typed. */
export const bareRightsCode = (typed: string): string => withDigits(bare(typed));

/** What the database compares. */
export const rightsCodeHash = (typed: string): Buffer => tokenHash(bareRightsCode(typed));
