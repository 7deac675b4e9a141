import { z } from "zod";
import { readCheckCode } from "./check-code";

const LONGEST = 30;

/** What the counter types, as it is typed; messages are keys of `counter.errors`. */
export const LookUpInput = z.object({
  idNumber: z
    .string("idMissing")
    .trim()
    .min(1, "idMissing")
    .max(LONGEST, "idShape")
    .refine((text) => /^[\p{L}\d.\s-]*$/u.test(text) && /[\p{L}\d]/u.test(text), "idShape"),
  kindCode: z.string("kindMissing").trim().min(1, "kindMissing").max(10, "kindMissing"),
  /** The check code on the paper. What is not whole is told here, before anybody is asked. */
  checkCode: z
    .string()
    .transform((typed, context) => {
      if (typed.trim() === "") return undefined;
      const read = readCheckCode(typed);
      if ("code" in read) return read.code;
      context.addIssue({ code: "custom", message: read.fault === "wrong" ? "checkWrong" : "checkShape" });
      return z.NEVER;
    })
    .optional(),
  number: z.string("numberMissing").trim().min(1, "numberMissing").max(LONGEST, "numberShape"),
});
export type LookUpInput = z.output<typeof LookUpInput>;
