import { z } from "zod";
import { Email } from "@/domain/account/schema";
import { printable } from "@/domain/print/printable";
import { inNormalForm } from "@/lib/format/normal-form";
import { isIdentityKind, isIdNumberOf, readIdNumber } from "@/model/identity/identity-document";
import { bare, plain, withDigits } from "@/model/identity/typed";
import {
  asksForAnother,
  LONGEST_RIGHTS_TEXT,
  rightsAskers,
  rightsKinds,
  rightsResults,
} from "@/model/rights";
import { tooLong } from "@/model/too-long";
import { bareRightsCode, RIGHTS_CODE_LETTERS } from "./code";

const NUMBER = /^HD-\d{4}-\d{8}$/;
/** A number however it is typed: its digits alone are enough. */
const written = (typed: string) => {
  const [, year, serial] =
    /^(?:RAD1CAD0|NUMER0|N0?)*(?:HD)?(\d{4})(\d{8})$/.exec(withDigits(bare(typed))) ?? [];
  return serial ? `HD-${year}-${serial}` : plain(typed);
};
/** The longest identity number that is read, with labels, points and spaces around it. */
const LONGEST_NUMBER = 60;
const LONGEST_NAME = 120;

const lines = (text: string) => inNormalForm(text).replace(/\r\n?/g, "\n").trim();
const words = (longest: number) =>
  z
    .string()
    .default("")
    .transform(lines)
    .pipe(z.string().max(longest, tooLong(longest)));
const wordsNeeded = (missing: string) =>
  z
    .string(missing)
    .transform(lines)
    .pipe(z.string().min(1, missing).max(LONGEST_RIGHTS_TEXT, tooLong(LONGEST_RIGHTS_TEXT)));

/** What somebody asks about their own data; messages are keys of `rights.errors` and `account.form.errors`. */
export const FileRightsInput = z
  .object({
    key: z.uuid("keyMissing"),
    kind: z.enum(rightsKinds, "rightsKindMissing"),
    asker: z.enum(rightsAskers, "askerMissing"),
    name: printable("nameMissing", LONGEST_NAME),
    email: Email,
    idKind: z.string("idKindMissing").refine(isIdentityKind, "idKindMissing"),
    idNumber: z
      .string("idNumberMissing")
      .refine((typed) => plain(typed) !== "", "idNumberMissing")
      .max(LONGEST_NUMBER, "idNumberWrong"),
    holderName: words(LONGEST_NAME),
    proof: words(400),
    words: words(LONGEST_RIGHTS_TEXT),
  })
  .superRefine(({ kind, asker, holderName, proof, words: text }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (asksForAnother(asker) && holderName === "") fault("holderName", "holderNameMissing");
    if (asksForAnother(asker) && proof === "") fault("proof", "proofMissing");
    if (kind === "correct" && text === "") fault("words", "correctionMissing");
  })
  .transform((input, context) => {
    const idNumber = readIdNumber(input.idKind, input.idNumber);
    if (isIdNumberOf(input.idKind, idNumber)) return { ...input, idNumber };
    context.addIssue({ code: "custom", path: ["idNumber"], message: "idNumberWrong" });
    return z.NEVER;
  });
export type FileRightsInput = z.output<typeof FileRightsInput>;

const Code = z
  .string("codeMissing")
  .refine((typed) => plain(typed) !== "", "codeMissing")
  .refine((typed) => bareRightsCode(typed).length === RIGHTS_CODE_LETTERS, "rightsCodeWrong")
  .transform(bareRightsCode);

export const OpenRightsInput = z.object({
  number: z
    .string("numberMissing")
    .transform(written)
    .pipe(z.string().min(1, "numberMissing").regex(NUMBER, "numberWrong")),
  code: Code,
});
export type OpenRightsInput = z.output<typeof OpenRightsInput>;

export const CompleteRightsInput = z.object({ text: wordsNeeded("textMissing") });

const Step = z.object({ number: z.string().regex(NUMBER), version: z.coerce.number().int().min(1) });
export type RightsStep = z.output<typeof Step>;

export const AskMissingInput = Step.extend({ text: wordsNeeded("missingMissing") });
export const CompleteAtDeskInput = Step.extend({ text: wordsNeeded("cameMissing") });
export const ExtendRightsInput = Step.extend({ text: wordsNeeded("reasonMissing") });
export const RightsIdentityInput = Step.extend({ text: wordsNeeded("identityMissing") });
export const AbandonRightsInput = Step;
export const WithdrawInput = Step;
/** What an account is looked for by: longer than any name or e-mail is not typed. */
export const LONGEST_ACCOUNT_SEARCH = 120;
export const FindAccountInput = z.object({
  number: z.string().regex(NUMBER),
  typed: z.string().trim().min(1).max(LONGEST_ACCOUNT_SEARCH),
});
export type FindAccountInput = z.output<typeof FindAccountInput>;
export const NameAccountInput = Step.extend({ person: z.uuid(), theirs: z.enum(["yes", "no"]) });
export type NameAccountInput = z.output<typeof NameAccountInput>;
export const ReissueCodeInput = Step;
export const AnswerRightsInput = Step.extend({
  result: z.enum(rightsResults, "resultMissing"),
  text: wordsNeeded("answerMissing"),
  /** To send along what the product holds, and to forget what may be forgotten. */
  file: z.literal("1").optional(),
  forget: z.literal("1").optional(),
});
export type AnswerRightsInput = z.output<typeof AnswerRightsInput>;
