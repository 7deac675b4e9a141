import { z } from "zod";
import { proofName, readProofName } from "@/domain/proof/number";
import { encodeBase32 } from "@/lib/encoding/base32";
import { bare, inOneSpelling } from "@/model/identity/typed";
import { fromSpanishKeyboard, lettersBehindAddress, readCode } from "./code";

/** The number of a proof with its letters, in any text: in an address, after "No.", with spaces for hyphens. */
const PROOF = /(?<![\p{L}\d])[CU][ -]{0,3}[\dO]{4}[ -]{0,3}[\dO]{6,12}[ -]{0,3}[\dA-Z]{8}(?![\p{L}\d])/iu;
/** How the number of a proof begins, whole or cut. */
const PROOF_START = /^[CU]\d{5}/;
/** All before the name of a proof in the address that its QR code opens. */
const BEFORE_NAME = /^.*\/c\//i;
/** What can only be the beginning of a code in an address. */
const CODE_START = /\/V\/[A-Z2-7]{40}/i;

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
        const text = fromSpanishKeyboard(inOneSpelling(pasted));
        const read = readCode(lettersBehindAddress(text)?.letters ?? text, home);
        if (read.found === "code") return `/V/${encodeBase32(read.bytes)}`;
        const typed = text.replace(BEFORE_NAME, "");
        const proof = readProofName(typed) ?? readProofName(PROOF.exec(text)?.[0] ?? "");
        if (proof) return `/c/${proofName(proof.number, proof.code)}`;
        const cut = PROOF_START.test(bare(typed)) || CODE_START.test(text);
        context.addIssue(read.found === "foreign" && !cut ? "codeForeign" : "codeMalformed");
        return z.NEVER;
      }),
  });
