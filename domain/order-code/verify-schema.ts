import { z } from "zod";
import { proofName, readProofName } from "@/domain/proof/number";
import { encodeBase32 } from "@/lib/encoding/base32";
import { bare } from "@/model/identity/typed";
import { readCode } from "./code";

/** How the number of a proof begins, whole or cut. */
const PROOF_START = /^[CU]\d{5}/;
/** All before the name of a proof in the address that its QR code opens. */
const BEFORE_NAME = /^.*\/c\//i;

/**
 * What is pasted at /verificar; messages are keys of `publicCode.form.errors`. Answers the page that says of a
 * paper or of a proof whether the caja made it.
 * @param home the portal's address, which the codes of this caja begin with
 */
export const verifyInput = (home: string) =>
  z.object({
    code: z
      .string("codeMissing")
      .trim()
      .min(1, "codeMissing")
      .transform((text, context) => {
        const read = readCode(text, home);
        if (read.found === "code") return `/V/${encodeBase32(read.bytes)}`;
        const typed = text.replace(BEFORE_NAME, "");
        const proof = readProofName(typed);
        if (proof) return `/c/${proofName(proof.number, proof.code)}`;
        const cut = PROOF_START.test(bare(typed));
        context.addIssue(read.found === "foreign" && !cut ? "codeForeign" : "codeMalformed");
        return z.NEVER;
      }),
  });
