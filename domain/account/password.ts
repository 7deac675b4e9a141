import { withoutAccents } from "@/lib/format/accents";
import { inNormalForm } from "@/lib/format/normal-form";
import { commonPasswords } from "./common-passwords";

export const LEAST_PASSWORD = 15;
/** argon2 hashes any length; this only limits the size of a request. */
export const LONGEST_PASSWORD = 128;

export type PasswordFault = "passwordShort" | "passwordLong" | "passwordCommon" | "passwordPersonal";

/**
 * Why a password is refused; null when it is accepted. No rule about kinds of characters, and none expires (NIST SP
 * 800-63B-4, 3.1.1.2). The browser checks this too; the long list is asked by the server alone (`requireOwnPassword`).
 * @param personal data of the person that are easily guessed: NIT, ID number, the name of the mailbox
 */
export function passwordFault(password: string, personal: readonly string[]): PasswordFault | null {
  const length = [...inNormalForm(password)].length;
  if (length < LEAST_PASSWORD) return "passwordShort";
  if (length > LONGEST_PASSWORD) return "passwordLong";
  const plain = simplified(password);
  if (isCommon(plain)) return "passwordCommon";
  const known = personal.map(simplified).filter((text) => text.length >= 4);
  return known.some((text) => plain.includes(text)) ? "passwordPersonal" : null;
}

/** The part of an e-mail address that is easily guessed. */
export function mailboxName(email: string): string {
  return email.replace(/@.*/, "");
}

/** Without what people change to make a password look different: capitals, accents, spaces, dots, dashes. */
export function simplified(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/[\s._-]/g, "");
}

/** Without the digits and signs around it. */
export function endsStripped(plain: string): string {
  return plain.replace(/^[^a-z]+|[^a-z]+$/g, "");
}

const letterFor: Record<string, string> = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  "@": "a",
  $: "s",
};

/** With letters where digits and signs stand for them. */
export function deleeted(plain: string): string {
  return plain.replace(/[013457@$](?=.*[a-z])/g, (sign) => letterFor[sign] ?? sign);
}

/** The same of every digit and sign, also behind the last letter: "t0rn1ll0 2026" has a name in it. */
export function allDeleeted(plain: string): string {
  return plain.replace(/[013457@$]/g, (sign) => letterFor[sign] ?? sign);
}

/** Long passwords are rarely on lists: what is common is a short one repeated, or a run of keys. */
function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  if (commonPasswords.has(plain)) return true;
  for (let length = 1; length <= plain.length / 2; length++) {
    // It goes on as it began.
    if (plain.startsWith(plain.slice(length))) return true;
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
