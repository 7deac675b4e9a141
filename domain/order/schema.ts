import { z } from "zod";

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
  number: z.string("numberMissing").trim().min(1, "numberMissing").max(LONGEST, "numberShape"),
});
export type LookUpInput = z.output<typeof LookUpInput>;
