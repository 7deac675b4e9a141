import { createHmac } from "node:crypto";
import { bare } from "@/model/identity/typed";

/** Letters and digits that nobody confuses on the phone. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

const mac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * A code that somebody of the caja tells a person itself, so that the mailbox alone opens nothing. It is made of what
 * it belongs to and a key of ours, so that a page can show it again and no database holds it.
 */
export function spokenCode(key: Buffer, subject: string): string {
  const letters = [...mac(key, `code ${subject}`).subarray(0, LENGTH)].map(
    (byte) => ALPHABET[byte % ALPHABET.length],
  );
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** What the database compares of a typed code: however it is written. */
export function spokenCodeHash(key: Buffer, subject: string, typed: string): Buffer {
  return mac(key, `hash ${subject} ${bare(typed).replace(/[^0-9A-Z]/g, "")}`);
}
