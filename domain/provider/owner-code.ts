import { createHmac } from "node:crypto";
import { keyFor } from "@/lib/crypto/keys";
import { bare } from "@/model/identity/typed";

/** Letters and digits that nobody confuses on the phone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

const mac = (text: string) => createHmac("sha256", keyFor("owner-code/v1")).update(text).digest();

/**
 * The code that the caja tells a new owner itself, so that the mailbox alone opens nothing. It is made of the
 * invitation's id and our key, so the page can show it again and no database holds it.
 */
export function ownerCode(invitation: string): string {
  const letters = [...mac(`code ${invitation}`).subarray(0, LENGTH)].map(
    (byte) => ALPHABET[byte % ALPHABET.length],
  );
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** What the database compares of a typed code: however it is written. */
export function ownerCodeHash(invitation: string, typed: string): Buffer {
  return mac(`hash ${invitation} ${bare(typed).replace(/[^0-9A-Z]/g, "")}`);
}
