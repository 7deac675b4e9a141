import { withoutAccents } from "@/lib/format/accents";
import { commonPasswords } from "./common-passwords";

const LEAST_PASSWORD = 15;
/** argon2 hashes any length; this only limits the size of a request. */
const LONGEST_PASSWORD = 200;

export type PasswordFault = "passwordShort" | "passwordLong" | "passwordCommon" | "passwordPersonal";

/**
 * Why a password is refused; null when it is accepted. No rule about kinds of characters (NIST SP 800-63B
 * 5.1.1.2).
 * @param personal data of the person that are easily guessed: NIT, ID number, the name of the mailbox
 */
export function passwordFault(password: string, personal: readonly string[]): PasswordFault | null {
  const length = [...password].length;
  if (length < LEAST_PASSWORD) return "passwordShort";
  if (length > LONGEST_PASSWORD) return "passwordLong";
  const plain = simplified(password);
  if (isCommon(plain)) return "passwordCommon";
  const known = personal.map(simplified).filter((text) => text.length >= 4);
  return known.some((text) => plain.includes(text)) ? "passwordPersonal" : null;
}

/** The part of an e-mail address that is easily guessed. */
export function mailboxName(email: string): string {
  return email.split("@")[0] ?? "";
}

function simplified(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[\s._-]/g, "");
}

/** Long passwords are rarely on lists: what is common is a short one repeated, or a run of keys. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (commonPasswords.has(plain)) return true;
  for (let length = 1; length <= plain.length / 2; length++) {
    const part = plain.slice(0, length);
    const repeated = part.repeat(Math.ceil(plain.length / length)).slice(0, plain.length);
    if (repeated === plain) return true;
  }
  return isRun(plain);
}

const runs = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertyuiopasdfghjklñzxcvbnm",
];

function isRun(plain: string): boolean {
  return runs.some((run) => {
    const both = [run, [...run].reverse().join("")];
    return both.some(
      (text) =>
        text.includes(plain) || plain.startsWith(text.slice(0, 12)) || plain.endsWith(text.slice(-12)),
    );
  });
}
