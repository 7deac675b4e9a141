import { z } from "zod";
import { proofName, readProofName } from "@/domain/proof/number";
import { encodeBase32 } from "@/lib/encoding/base32";
import { inOneSpelling } from "@/model/identity/typed";
import { fromSpanishKeyboard, readCode } from "./code";
import { CODE_LETTERS } from "./code-address";

/** What the form's box takes several times over; a text is searched no further. */
const LONGEST = 4_000;
/** Behind the first. */
const MORE_LETTERS = CODE_LETTERS - 1;
/**
 * The letters of a code, wherever they stand, also where a mail broke or quoted them. A scanner may name the kind of
 * symbol right before them (`]Q1`).
 */
const LETTERS = new RegExp(
  `(?:(?<![A-Z2-7])|\\]Q\\d)([A-Z2-7](?:[ >]{0,3}[A-Z2-7]){${MORE_LETTERS}})(?![A-Z0-9])`,
  "gi",
);
/** The number of a proof with its letters, in any text: in an address, after "No.", with spaces for hyphens. */
const PROOF = /(?<![\p{L}\d])[CU][ -]{0,3}[\dO]{4}[ -]{0,3}[\dO]{6,12}[ -]{0,3}[\dA-Z]{8}(?![\p{L}\d])/iu;
const { source: PROOF_SOURCE } = PROOF;
/** The same in the address of its page alone. */
const PROOF_IN_ADDRESS = new RegExp(`(?<=/c/)${PROOF_SOURCE}`, "iu");
/** All before the name of a proof in the address that its QR code opens. */
const BEFORE_NAME = /^.*\/c\//i;
/** The beginning of a code in an address, or of the number of a proof: whole or cut, ours for all that one can see. */
const START = /\/V\/[ >]{0,3}[A-Z2-7]|(?<![\p{L}\d])[CU][^\p{L}\d]{0,3}[\dO]{4}[^\p{L}\d]{0,3}\d/iu;

/** A text with what an address writes as %2F; what is none stays. */
const unescaped = (text: string) =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });

/** The first letters of a text that can be a code's, as the address of its page. */
function codePageIn(text: string, home: string): string | null {
  for (const [, found = ""] of text.matchAll(LETTERS)) {
    const letters = found.replace(/[ >]/g, "");
    // Words behind a code that was cut are no part of it: these have other letters than its capitals.
    const isWhole = letters === found || [letters.toUpperCase(), letters.toLowerCase()].includes(letters);
    const read = isWhole && readCode(letters, home);
    if (read && read.found === "code") return `/V/${encodeBase32(read.bytes)}`;
  }
  return null;
}

/** The proof that a text names, as the address of its page. */
function proofPageIn(text: string): string | null {
  // Without its spaces a text may make a number of words, but not in an address.
  const broken = PROOF_IN_ADDRESS.exec(text.replace(/[ >]/g, ""))?.[0] ?? "";
  const proof =
    readProofName(text.replace(BEFORE_NAME, "")) ??
    readProofName(PROOF.exec(text)?.[0] ?? "") ??
    readProofName(broken);
  return proof && `/c/${proofName(proof.number, proof.code)}`;
}

/**
 * What is pasted at /verificar; messages are keys of `publicCode.form.errors`. Answers the page that says of a
 * paper or of a proof whether the caja made it: what looks like a code, wherever it stands in the text, is judged there
 * by its signature and the database. No genuine code is called another's here.
 * @param home the portal's address, which the codes of this caja begin with
 */
export const verifyInput = (home: string) =>
  z.object({
    code: z
      .string("codeMissing")
      .trim()
      .min(1, "codeMissing")
      .transform((pasted, context) => {
        const text = fromSpanishKeyboard(inOneSpelling(pasted.slice(0, LONGEST)));
        const whole = readCode(text, home);
        if (whole.found === "code") return `/V/${encodeBase32(whole.bytes)}`;
        // A mail program may have put the address into one of its own.
        const spellings = [text, unescaped(text)];
        for (const spelling of spellings) {
          const page = codePageIn(spelling, home) ?? proofPageIn(spelling);
          if (page) return page;
        }
        const isOurs = spellings.some((spelling) => START.test(spelling));
        context.addIssue(whole.found === "foreign" && !isOurs ? "codeForeign" : "codeMalformed");
        return z.NEVER;
      }),
  });
