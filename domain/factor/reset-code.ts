import { createHmac } from "node:crypto";
import { keyFor } from "@/lib/crypto/keys";
import { toCrockford } from "@/lib/encoding/crockford";
import { bare, withDigits } from "@/model/identity/typed";

const LETTERS = 8;

const mac = (text: string) => createHmac("sha256", keyFor("factor-reset/v1")).update(text).digest();

/**
 * The code that an administrator hands over in person. It is made of the reset's id and our key, so the page can
 * show it again and no database holds it.
 */
export function resetCode(reset: string): string {
  const letters = toCrockford([...mac(`code ${reset}`).subarray(0, LETTERS)].map((byte) => byte & 31));
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What the database compares of a typed code, however it is typed. */
export function resetCodeHash(typed: string): Buffer {
  return mac(`hash ${withDigits(bare(typed))}`);
}
