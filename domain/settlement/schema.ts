import { z } from "zod";
import { readPesos } from "@/domain/lookup/comparison";
import { inNormalForm } from "@/lib/format/normal-form";
import { type CalendarDay, daysBetween, inOrder, isCalendarDay } from "@/model/calendar";
import { bare, withDigits } from "@/model/identity/typed";
import type { Period } from "@/model/settlement";
import { settlementStates } from "@/model/settlement";
import { invoiceNumber } from "./invoice-number";

const MOST_DAYS = 366;
/** What one form moves at most, and so what one invoice charges: more would take longer than a statement may. */
export const MOST_OF_SCOPE = 5_000;
/** What one page of the desk shows at most. */
const MOST_USES = 100;

/** Of all providers together: their uses of a year are too many to add up for a page. */
export const MOST_DAYS_OF_ALL = 31;

/**
 * The days of an address or a form, whichever was typed first; without them, or with too many, the month of the last one
 * until then.
 */
export function readPeriod(
  param: (name: "from" | "to") => unknown,
  today: CalendarDay,
  mostDays = MOST_DAYS,
): Period {
  const day = (name: "from" | "to") => {
    const text = param(name);
    return typeof text === "string" && isCalendarDay(text.trim()) ? text.trim() : null;
  };
  const [first, last] = inOrder(day("from"), day("to") ?? today);
  const to = last ?? today;
  const month = `${to.slice(0, 7)}-01`;
  const from = first ?? month;
  return daysBetween(from, to) >= mostDays ? { from: month, to } : { from, to };
}

/** A prefix of at most four letters or digits and the number, as the DIAN authorises them (anexo técnico 1.9, FAD05). */
const INVOICE = /^[A-Z0-9]{0,4}-?\d{1,15}$/i;
/** SHA-384 in hexadecimal, which zeros alone are not; what it is made of only the issuer and the DIAN know. */
const CUFE = /^(?!0+$)[0-9a-f]{96}$/;
/** A use as the page showed it: its id and the version of its state, which pages of before did not say. */
const ShownUse = z
  .string()
  .regex(/^[0-9a-f-]{36}(\.[\w.]{1,30})?$/i)
  .transform((text) => ({ id: text.slice(0, 36), version: text.slice(37) }))
  .refine(({ id }) => z.uuid().safeParse(id).success);

/** All uses of a state in the period, as the page counted them: how many, and how much; else what is ticked. */
const Scope = z.union([
  z.literal("marked"),
  z
    .string()
    .regex(/^(open|legalized|invoiced|objected)\.\d{1,6}\.\d{1,15}$/)
    .transform((text) => {
      const [state, uses, amount] = text.split(".");
      return { state: z.enum(settlementStates).parse(state), uses: Number(uses), amount: Number(amount) };
    }),
]);

const Text = z.string().transform((typed) => inNormalForm(typed).replace(/\s+/g, " ").trim());

/** What the caja does with the uses that are ticked; messages are keys of `settlement.errors`. */
export const SettleInput = z
  .object({
    providerId: z.uuid(),
    uses: z.preprocess(
      (ticked) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []),
      z.array(ShownUse).max(MOST_USES, "usesMany"),
    ),
    scope: Scope.default("marked"),
    to: z.enum(["legalized", "invoiced", "objected"], "toMissing"),
    invoice: z.string().default("").transform(invoiceNumber),
    cufe: z
      .string()
      .default("")
      .transform((typed) => withDigits(bare(typed)).toLowerCase()),
    /** What the invoice says that it charges; held against the sum of its uses. */
    value: z
      .string()
      .default("")
      .transform((typed) => (typed.trim() === "" ? null : (readPesos(typed) ?? Number.NaN))),
    reason: Text.default(""),
    /** What the page that was posted showed, to come back to. */
    from: z.string().refine(isCalendarDay).optional().catch(undefined),
    until: z.string().refine(isCalendarDay).optional().catch(undefined),
    state: z.enum(settlementStates).optional().catch(undefined),
    size: z.enum(["25", "50", "100"]).optional().catch(undefined),
  })
  // Said beside what else is missing.
  .refine(({ scope, uses }) => scope !== "marked" || uses.length > 0, {
    path: ["uses"],
    error: "usesMissing",
    when: ({ value }) => z.object({ uses: z.array(z.unknown()) }).safeParse(value).success,
  })
  .superRefine(({ to, invoice, cufe, value, reason }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (to === "invoiced" && !INVOICE.test(invoice)) fault("invoice", "invoiceShape");
    if (to === "invoiced" && !CUFE.test(cufe)) fault("cufe", "cufeShape");
    if (to === "invoiced" && !(Number.isSafeInteger(value) && Number(value) > 0))
      fault("value", "valueShape");
    if (to === "objected" && reason.length < 10) fault("reason", "reasonMissing");
    if (reason.length > 600) fault("reason", "reasonLong");
  });
export type SettleInput = z.output<typeof SettleInput>;
