import { z } from "zod";
import { type CalendarDay, daysBetween, isCalendarDay } from "@/model/calendar";
import { bare, inOneSpelling, withDigits } from "@/model/identity/typed";
import type { Period } from "@/model/settlement";
import { settlementStates } from "@/model/settlement";

const MOST_DAYS = 366;
/** What one page of the desk shows at most. */
const MOST_USES = 100;

/** Of all providers together: their uses of a year are too many to add up for a page. */
export const MOST_DAYS_OF_ALL = 31;

/** The days of an address or a form; without them, or with too many, this month until today. */
export function readPeriod(
  param: (name: "from" | "to") => unknown,
  today: CalendarDay,
  mostDays = MOST_DAYS,
): Period {
  const day = (name: "from" | "to") => {
    const text = param(name);
    return typeof text === "string" && isCalendarDay(text.trim()) ? text.trim() : null;
  };
  const to = day("to") ?? today;
  const from = day("from") ?? `${to.slice(0, 7)}-01`;
  return from > to || daysBetween(from, to) >= mostDays ? { from: `${to.slice(0, 7)}-01`, to } : { from, to };
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

const Text = z.string().transform((typed) => typed.normalize("NFC").replace(/\s+/g, " ").trim());

/** What the caja does with the uses that are ticked; messages are keys of `settlement.errors`. */
export const SettleInput = z
  .object({
    providerId: z.uuid(),
    uses: z.preprocess(
      (ticked) => (Array.isArray(ticked) ? ticked : ticked ? [ticked] : []),
      z.array(ShownUse).min(1, "usesMissing").max(MOST_USES, "usesMany"),
    ),
    to: z.enum(["legalized", "invoiced", "paid", "objected"], "toMissing"),
    invoice: z
      .string()
      .default("")
      .transform((typed) => inOneSpelling(typed).replace(/\s/g, "")),
    cufe: z
      .string()
      .default("")
      .transform((typed) => withDigits(bare(typed)).toLowerCase()),
    reason: Text.default(""),
    /** What the page that was posted showed, to come back to. */
    from: z.string().refine(isCalendarDay).optional().catch(undefined),
    until: z.string().refine(isCalendarDay).optional().catch(undefined),
    state: z.enum(settlementStates).optional().catch(undefined),
    size: z.enum(["25", "50", "100"]).optional().catch(undefined),
  })
  .superRefine(({ to, invoice, cufe, reason }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (to === "invoiced" && !INVOICE.test(invoice)) fault("invoice", "invoiceShape");
    if (to === "invoiced" && !CUFE.test(cufe)) fault("cufe", "cufeShape");
    if (to === "objected" && reason.length < 10) fault("reason", "reasonMissing");
    if (reason.length > 600) fault("reason", "reasonLong");
  });
export type SettleInput = z.output<typeof SettleInput>;
