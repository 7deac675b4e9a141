import { z } from "zod";
import { encodeBase32 } from "@/lib/encoding/base32";
import { readCode } from "./code";

/**
 * What is pasted at /verificar; messages are keys of `publicCode.form.errors`. Answers the 148 letters.
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
        if (read.found === "code") return encodeBase32(read.bytes);
        context.addIssue(read.found === "foreign" ? "codeForeign" : "codeMalformed");
        return z.NEVER;
      }),
  });
