import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { municipalities } from "@/domain/place/municipalities";
import { departments } from "@/domain/place/municipalities.data";
import { deleeted, simplified } from "./password";

/** The list of frequent passwords, as sorted digests. Its sources and their date: docs/security/passwords.md. */
export const LISTED_FILE = path.join(process.cwd(), "domain/account/listed-passwords.bin");
const BYTES = 5;
/** Fewer letters are no word that somebody builds a password on. */
const LEAST_WORD = 4;
/** So many digits and signs are no padding any more: they are long enough by themselves. */
const MOST_PADDING = 12;

/** Forty bits tell 200,000 entries apart: one look-up in 5 million finds what is not on the list. */
export function listedDigest(plain: string): Buffer {
  return createHash("sha256").update(plain).digest().subarray(0, BYTES);
}

/** Compensation funds of the country, by the name that people call them. */
const funds =
  "cafam cafaba cafasur cajacopi cajamag cajasai cajasan colsubsidio combarranquilla comcaja comfaboy comfaca " +
  "comfacasanare comfacauca comfacesar comfachoco comfacor comfacundi comfaguajira comfama comfamiliar comfamiliares " +
  "comfandi comfaoriente comfasucre comfatolima comfenalco comfiar comfiarauca compensar cofrem supersubsidio";

/** What the list is without: places of the country and its funds, on which people here build their passwords. */
const ownWords = new Set(
  [...municipalities.map(({ name }) => name), ...Object.values(departments), ...funds.split(" ")]
    .map(simplified)
    .filter((word) => word.length >= LEAST_WORD),
);

let file: Buffer | undefined;

/** Whether the list has this password. It is read at the first question, and kept as it is in the file. */
export function isListed(plain: string): boolean {
  if (ownWords.has(plain)) return true;
  file ??= readFileSync(LISTED_FILE);
  const wanted = listedDigest(plain);
  let low = 0;
  let high = file.length / BYTES;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = file.compare(wanted, 0, BYTES, middle * BYTES, (middle + 1) * BYTES);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/**
 * Whether a password is on the list, or is a listed one with digits and signs around it, repeated, or joined to another
 * listed one. Signs that stand for letters are read as these too.
 */
export function isGuessable(password: string): boolean {
  const typed = simplified(password);
  return [typed, deleeted(typed)].some((plain) => isListed(plain) || isBuiltOnListed(plain));
}

function isBuiltOnListed(plain: string): boolean {
  const words = plain.match(/[a-z]+/g) ?? [];
  const padding = plain.length - words.join("").length;
  if (words.length === 0 || words.length > 2 || padding > MOST_PADDING) return false;
  return words.every((word) => isWord(word) || isPair(word));
}

/** Whether it is two listed ones, joined. */
function isPair(word: string): boolean {
  for (let at = LEAST_WORD; at <= word.length - LEAST_WORD; at++)
    if (isListed(word.slice(0, at)) && isListed(word.slice(at))) return true;
  return false;
}

/** Whether it is a listed one, once or several times. */
function isWord(word: string): boolean {
  for (let times = 1; times <= word.length / LEAST_WORD; times++) {
    const part = word.slice(0, word.length / times);
    if (part.repeat(times) === word && isListed(part)) return true;
  }
  return false;
}
