import { z } from "zod";
import { readCheckCode } from "./check-code";
import { looksScanned } from "./scanned-text";

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

const LONGEST_CODE = 1_000;

/**
 * The look-up form as it comes back: the three fields, or a code that a scanner typed, or somebody pasted, into
 * one of them (`code` is what the page itself recognised).
 */
export const CounterInput = z.preprocess(
  (raw) => {
    const code = scannedIn(raw);
    return typeof raw === "object" ? { ...raw, way: code === null ? "typed" : "code", code } : raw;
  },
  z.discriminatedUnion("way", [
    LookUpInput.extend({ way: z.literal("typed") }),
    z.object({ way: z.literal("code"), code: z.string().max(LONGEST_CODE, "numberShape") }),
  ]),
);

function scannedIn(raw: unknown): string | null {
  if (typeof raw !== "object" || raw === null) return null;
  const { code, number, idNumber } = raw as Record<string, unknown>;
  if (typeof code === "string" && code !== "") return code;
  const typed = [number, idNumber].find((text) => typeof text === "string" && looksScanned(text));
  return typeof typed === "string" ? typed : null;
}

/** A code that was read by the camera, or in a picture of it. */
export const ScanInput = z.object({
  code: z.string().min(1).max(LONGEST_CODE),
  by: z.enum(["camera", "picture"]),
});

/** The last four of the ID in the person's hand. */
export const DigitsInput = z.object({
  lookupId: z.uuid(),
  digits: z
    .string("digitsMissing")
    .transform((text) => text.replace(/[\s.-]/g, "").toUpperCase())
    .pipe(
      z
        .string()
        .min(1, "digitsMissing")
        .regex(/^[A-Z0-9]{1,4}$/, "digitsShape"),
    ),
});

/** A code that a phone read without internet, with the id that it gave to its question. */
export const PendingInput = z.object({
  id: z.uuid(),
  code: z.string().min(1).max(LONGEST_CODE),
  channel: z.enum(["scan", "picture"]),
});
