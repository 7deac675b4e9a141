import { z } from "zod";
import { serverDay } from "@/domain/typed-day";
import { inNormalForm } from "@/lib/format/normal-form";
import { missingCharacters } from "@/lib/pdf/characters";
import { daysBetween, isCalendarDay } from "@/model/calendar";

/** What one run pays at most. */
export const MOST_INVOICES = 500;
/** How far from today a bank's day may lie. */
const MOST_DAYS = 60;

const Text = z.string().transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim());
const Reason = Text.pipe(z.string().min(10, "reasonMissing").max(600, "reasonLong"));
const ticks = (ticked: unknown) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []);
const isNear = (day: string) => {
  const today = serverDay();
  return today === null || Math.abs(daysBetween(today, day)) <= MOST_DAYS;
};

/** An invoice as the page showed it: its CUFE, and how many uses it charges and how much. */
const ShownInvoice = z
  .string()
  .regex(/^[0-9a-f]{96}\.\d{1,6}\.\d{1,15}$/)
  .transform((text) => ({ cufe: text.slice(0, 96), version: text.slice(97) }));

/** Everything that could be paid when the page was made: how many invoices, and how much; else what is ticked. */
const Scope = z.union([z.literal("marked"), z.string().regex(/^all\.\d{1,6}\.\d{1,15}$/)]);

export const MakePaymentInput = z
  .object({
    key: z.uuid(),
    scope: Scope.default("marked"),
    invoices: z.preprocess(ticks, z.array(ShownInvoice).max(MOST_INVOICES, "invoicesMany")),
    payOn: z.string("payOnShape").trim().refine(isCalendarDay, "payOnShape").refine(isNear, "payOnFar"),
    reference: Text.pipe(
      z
        .string()
        .min(3, "referenceMissing")
        .max(40, "referenceLong")
        .regex(/^[\p{L}\p{N} ./_-]*$/u, "referenceSigns")
        // It stands on the paper of the run.
        .refine((text) => missingCharacters(text).length === 0, "referenceSigns"),
    ),
  })
  // Said beside what else is missing.
  .refine(({ scope, invoices }) => scope !== "marked" || invoices.length > 0, {
    path: ["invoices"],
    error: "invoicesMissing",
    when: ({ value }) => z.object({ invoices: z.array(z.unknown()) }).safeParse(value).success,
  });
export type MakePaymentInput = z.output<typeof MakePaymentInput>;

/** A run with the accounts that its page showed, as one version; pages of before did not say them. */
export const ApprovePaymentInput = z.object({
  payment: z.uuid(),
  accounts: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

export const ReturnPaymentInput = z.object({ payment: z.uuid(), reason: Reason });
export type ReturnPaymentInput = z.output<typeof ReturnPaymentInput>;

export const ReversePaymentInput = z.object({
  key: z.uuid(),
  payment: z.uuid(),
  invoices: z.preprocess(
    ticks,
    z
      .array(z.string().regex(/^[0-9a-f]{96}$/))
      .min(1, "invoicesMissing")
      .max(MOST_INVOICES, "invoicesMany"),
  ),
  reason: Reason,
});
export type ReversePaymentInput = z.output<typeof ReversePaymentInput>;
