import { z } from "zod";
import { readPesos } from "@/domain/lookup/comparison";
import { inNormalForm } from "@/lib/format/normal-form";
import { ShownParts } from "../seen";

/** The longest text that is read as an amount, with signs and points around it. */
const LONGEST = 60;
/**
 * Signs of ASCII and Latin-1, which the paper has: the receipt prints what the invoice says. Not lib/pdf/characters,
 * whose table would cost a counter's page more than it may weigh.
 */
const ON_PAPER = /^[ -~¡-¬®-´¶-ÿ]*$/;

/**
 * The confirmation of a use; messages are keys of `use.errors`. Without an amount it is all that the page showed as
 * left.
 */
export const UseInput = z.object({
  lookupId: z.uuid(),
  key: z.uuid(),
  amount: z
    .string()
    .trim()
    .max(LONGEST, "amountShape")
    .optional()
    .transform((typed, context) => {
      if (!typed) return null;
      const pesos = readPesos(typed) ?? 0;
      if (pesos > 0) return pesos;
      context.addIssue("amountShape");
      return z.NEVER;
    }),
  /** Whole pesos that the page showed as left; pages of before did not say it. */
  left: z.coerce.number().int().positive().nullable().catch(null).default(null),
  invoice: z
    .string()
    .max(40, "invoiceLong")
    .default("")
    .transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim() || null)
    .refine((invoice) => invoice === null || ON_PAPER.test(invoice), "invoiceLetters"),
});
export type UseInput = z.output<typeof UseInput>;

export const UndoInput = z.object({
  useId: z.uuid(),
  key: z.uuid(),
  reason: z
    .string("undoReasonMissing")
    .transform((typed) => inNormalForm(typed).replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(5, "undoReasonMissing").max(300, "undoReasonLong")),
});
export type UndoInput = z.output<typeof UndoInput>;

/** What somebody of the caja decides of a request; messages are keys of `admin.form.errors`. */
const decisionReason = z
  .string("reasonMissing")
  .transform((typed) => inNormalForm(typed).replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(10, "reasonMissing").max(600, "reasonLong"));

export const DecideUndoInput = z
  .object({
    requestId: z.uuid(),
    seen: ShownParts,
    decision: z.enum(["approve", "refuse"], "undoDecisionMissing"),
    reason: decisionReason,
  })
  .transform(({ decision, ...rest }) => ({ ...rest, approve: decision === "approve" }));
export type DecideUndoInput = z.output<typeof DecideUndoInput>;

/** The caja takes back a use that it objected to, of its own accord. */
export const UndoObjectedInput = z.object({ useId: z.uuid(), seen: ShownParts, reason: decisionReason });
export type UndoObjectedInput = z.output<typeof UndoObjectedInput>;
