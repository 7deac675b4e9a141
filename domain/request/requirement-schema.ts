import { z } from "zod";
import { inNormalForm } from "@/lib/format/normal-form";
import { inOneSpelling } from "@/model/identity/typed";
import { documentKind } from "@/model/request";

const line = (most: number, message: string) =>
  z
    .string(message)
    .transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim())
    .pipe(z.string().max(most, message));

const ticked = z.string().optional().transform(Boolean);

const whole = (least: number, most: number, message: string) =>
  z
    .string(message)
    .transform(inOneSpelling)
    .pipe(z.string().regex(/^\d{1,4}$/, message))
    .transform(Number)
    .refine((count) => count >= least && count <= most, message);

/** A number of days of at most ten years, or nothing. */
const daysFrom = (least: number, message: string) =>
  z
    .string()
    .default("")
    .transform(inOneSpelling)
    .pipe(z.string().regex(/^\d{0,4}$/, message))
    .transform((typed) => (typed === "" ? null : Number(typed)))
    .refine((days) => days === null || (days >= least && days <= 3650), message);

/** A document that an application asks for, as its form sends it; messages are keys of `admin.applications.errors`. */
export const ApplicationDocumentInput = z.object({
  application: z.string().regex(/^[A-Z]{1,40}$/),
  /** What is changed; "" for a new one. */
  kind: z.string().regex(documentKind).or(z.literal("")).default(""),
  version: z.string().max(40).default(""),
  /** A new one may be the paper that another application asks for. */
  sameAs: z.string().regex(documentKind, "documentSame").or(z.literal("")).default(""),
  name: line(80, "documentName").pipe(z.string().min(2, "documentName")),
  hint: line(200, "documentText").default(""),
  example: line(200, "documentText").default(""),
  required: ticked,
  largestAgeDays: daysFrom(1, "documentAge"),
  renewalDays: daysFrom(30, "documentRenewal"),
  position: whole(1, 99, "documentPlace"),
  active: ticked,
});
export type ApplicationDocumentInput = z.output<typeof ApplicationDocumentInput>;
