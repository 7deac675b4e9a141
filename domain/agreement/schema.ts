import { z } from "zod";
import { readContactEmail } from "@/domain/account/email";
import { typedDay } from "@/domain/typed-day";
import { inNormalForm } from "@/lib/format/normal-form";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { agreementNumber } from "@/model/agreement-number";
import { parseNit } from "@/model/identity/nit";
import { inOneSpelling } from "@/model/identity/typed";

const line = (missing: string, longest: number) =>
  z
    .string(missing)
    .transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(longest, "textLong")
        .regex(/^[^\p{Cc}\p{Cf}]*$/u, "textLong"),
    );

const typed = z.object({
  /** Empty for a new one. */
  agreement: z.union([z.uuid(), z.literal("")]).default(""),
  /** The convenio as its page had shown it. */
  version: z.string().max(40).default(""),
  number: z
    .string("agreementNumberMissing")
    .transform(agreementNumber)
    .pipe(line("agreementNumberMissing", 60)),
  nit: z.string("nitMissing").transform((text, context) => {
    const read = parseNit(text);
    if (read.ok) return { nit: read.nit, checkDigit: read.checkDigit };
    const wrong = read.reason === "wrong_check_digit" ? "nitCheckDigit" : "nitShape";
    context.addIssue(read.reason === "empty" ? "nitMissing" : wrong);
    return z.NEVER;
  }),
  /** It stands on the paper of the orders that are bound to the company. */
  legalName: line("legalNameMissing", 160)
    .transform(transliterate)
    .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
  email: z
    .string()
    .transform((typed, context) => {
      const email = inOneSpelling(typed) === "" ? "" : readContactEmail(typed);
      if (email !== null) return email;
      context.addIssue("emailShape");
      return z.NEVER;
    })
    .default(""),
  startsOn: typedDay,
  endsOn: typedDay,
  reason: line("agreementReasonMissing", 300).pipe(z.string().min(10, "agreementReasonMissing")),
});

const days = typed.pick({ startsOn: true, endsOn: true });

/** A convenio as it is written by hand; messages are keys of `admin.agreements.errors`. */
export const AgreementInput = typed.refine(({ startsOn, endsOn }) => endsOn >= startsOn, {
  path: ["endsOn"],
  message: "endBeforeStart",
  when: ({ value }) => days.safeParse(value).success,
});
export type AgreementInput = z.output<typeof AgreementInput>;
