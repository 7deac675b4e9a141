import { z } from "zod";
import { readDay } from "@/domain/import/cells";
import { readPesos } from "@/domain/lookup/comparison";
import { LARGEST_CODE_VALUE } from "@/domain/order-code/code";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import { inOneSpelling } from "@/model/identity/typed";
import { shownFields } from "@/model/order-field";
import { tooLong, tooShort } from "@/model/too-long";

/** An amount from 1 on; null is none, or one too large. */
function pesos(typed: string): number | null {
  const read = readPesos(typed);
  return read !== null && read >= 1 && read <= LARGEST_CODE_VALUE ? read : null;
}

const ticked = z.string().optional().transform(Boolean);
const whole = (message: string, least: number, most: number) =>
  z
    .string(message)
    .transform(inOneSpelling)
    .pipe(z.string().regex(/^\d{1,4}$/, message))
    .transform(Number)
    .refine((count) => count >= least && count <= most, message);
const optionalText = z.string().default("").transform(inOneSpelling).pipe(z.string().max(30));

/** A kind of order as the form sends it; messages are keys of `admin.kinds.errors`. */
export const KindInput = z
  .object({
    /** "" for a new kind; else the version that the form showed. */
    version: z.string().max(40).default(""),
    code: z
      .string("codeMissing")
      .transform((typed) => inOneSpelling(typed).toUpperCase())
      .pipe(z.string().regex(/^[A-Z0-9]{1,10}$/, "codeShape")),
    name: z
      .string("kindNameMissing")
      .transform((typed) => transliterate(typed.replace(/\s+/g, " ").trim()))
      .pipe(
        z
          .string()
          .min(3, { error: ({ input }) => (input === "" ? "kindNameMissing" : tooShort(3)) })
          .max(60, tooLong(60))
          .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
      ),
    numberPrefix: z
      .string("prefixShape")
      .transform((typed) => inOneSpelling(typed).toUpperCase())
      .pipe(z.string().regex(/^[A-Z]{1,3}$/, "prefixShape")),
    numberLength: whole("lengthShape", 5, 20),
    coreDigitsOnly: ticked,
    coreShortest: whole("coreLengthShape", 1, 20).default(1),
    coreLongest: whole("coreLengthShape", 1, 20).default(20),
    validity: z.enum(["days", "until"], "validityMissing"),
    validityDays: optionalText,
    validityUntil: optionalText,
    toWorkingDay: ticked,
    largestValue: z.string("largestMissing").transform((typed, context) => {
      const read = pesos(typed);
      if (read !== null) return read;
      context.addIssue("largestMissing");
      return z.NEVER;
    }),
    approvalFrom: optionalText,
    providerRule: z.enum(["open", "bound", "either"], "providerRuleMissing"),
    shownFields: z
      .union([z.enum(shownFields).transform((one) => [one]), z.array(z.enum(shownFields))])
      .default([]),
    registersUse: ticked,
    claimFirst: ticked,
    partialUse: ticked,
    position: whole("positionShape", 1, 999),
    active: ticked,
  })
  .transform(({ validity, validityDays, validityUntil, approvalFrom, ...kind }, context) => {
    const fault = (path: string, message: string) => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    const days = /^\d{1,3}$/.test(validityDays) ? Number(validityDays) : 0;
    if (validity === "days" && (days < 1 || days > 730)) fault("validityDays", "daysShape");
    const until = readDay(validityUntil);
    if (validity === "until" && !until.ok) fault("validityUntil", "untilShape");
    const from = pesos(approvalFrom);
    if (approvalFrom !== "" && (from === null || from > kind.largestValue))
      fault("approvalFrom", "approvalShape");
    if (kind.numberLength < kind.numberPrefix.length + 4) fault("numberLength", "lengthShape");
    if (kind.coreShortest > kind.coreLongest) fault("coreLongest", "coreLengthShape");
    if (!kind.registersUse && (kind.claimFirst || kind.partialUse)) fault("registersUse", "useNeeded");
    return {
      ...kind,
      validityDays: validity === "days" ? days : null,
      validityUntil: validity === "until" && until.ok ? until.value : null,
      approvalFrom: from,
    };
  });
export type KindInput = z.output<typeof KindInput>;
