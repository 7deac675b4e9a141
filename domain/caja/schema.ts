import { z } from "zod";
import { readPesos } from "@/domain/lookup/comparison";
import { LARGEST_CODE_VALUE } from "@/domain/order-code/code";
import { printable } from "@/domain/print/printable";
import { inNormalForm } from "@/lib/format/normal-form";
import { compareModes } from "@/model/comparison";
import { parseCompanyNit } from "@/model/identity/nit";
import { inOneSpelling, plain } from "@/model/identity/typed";
import { tooLong } from "@/model/too-long";

const text = (missing: string, longest = 200) => printable(missing, longest);

/** Who the caja is, as typed; messages are keys of `admin.form.errors`. Phones stay as people read them. */
export const CajaInput = z.object({
  version: z.string().max(40).default(""),
  name: text("nameMissing", 80),
  shortName: z
    .string()
    .transform(inOneSpelling)
    .pipe(z.string().max(16, tooLong(16)))
    .default(""),
  portalName: text("portalNameMissing", 60),
  legalName: text("legalNameMissing"),
  nit: z.string("nitMissing").transform((typed, context) => {
    const read = parseCompanyNit(typed);
    if (read.ok) return `${read.nit}-${read.checkDigit}`;
    context.addIssue(plain(typed) === "" ? "nitMissing" : "nitShape");
    return z.NEVER;
  }),
  phone: text("phoneMissing", 40).refine((typed) => /\d{3}/.test(typed), "phoneShape"),
  otherPhone: z
    .string()
    .trim()
    .max(40, tooLong(40))
    .default("")
    .transform((typed) => typed || null),
  hours: text("hoursMissing", 120),
  email: z
    .string("emailMissing")
    .transform(inOneSpelling)
    .pipe(z.string().min(1, "emailMissing"))
    .pipe(z.email("emailShape").max(254, tooLong(254))),
  address: text("addressMissing"),
  city: text("cityMissing", 80),
  importMaxAgeHours: z
    .string("hoursRange")
    .transform(inOneSpelling)
    .pipe(z.string().regex(/^\d{1,4}$/, "hoursRange"))
    .transform(Number)
    .pipe(z.number().min(1, "hoursRange").max(8760, "hoursRange")),
  policy: z
    .string("policyMissing")
    .transform((typed) => inNormalForm(typed).replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(40, "policyMissing").max(60_000, "policyLong")),
});
export type CajaInput = z.output<typeof CajaInput>;

/** How the counter compares orders; a value only where it is typed from that value on. */
export const CompareModeInput = z
  .object({
    version: z.string().max(40).default(""),
    mode: z.enum(compareModes, "compareModeMissing"),
    from: z.string().trim().max(30).default(""),
  })
  .transform(({ version, mode, from }, context) => {
    if (mode !== "type_from") return { version, mode, from: null };
    const pesos = readPesos(from) ?? 0;
    if (pesos >= 1 && pesos <= LARGEST_CODE_VALUE) return { version, mode, from: pesos };
    // From a value that no order has, nothing would ever be typed.
    const message = pesos >= 1 ? "compareFromLarge" : "compareFromShape";
    context.addIssue({ code: "custom", path: ["from"], message });
    return z.NEVER;
  });
export type CompareModeInput = z.output<typeof CompareModeInput>;

/** How many minutes a reset of the second factor waits: from half an hour to two days. */
export const factorWaits = [30, 60, 120, 240, 480, 1440, 2880] as const;
export const FactorWaitInput = z.object({
  version: z.string().max(40).default(""),
  minutes: z.coerce
    .number("factorWaitMissing")
    .refine((minutes) => factorWaits.some((offered) => offered === minutes), "factorWaitMissing"),
});
export type FactorWaitInput = z.output<typeof FactorWaitInput>;
