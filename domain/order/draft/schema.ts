import { z } from "zod";
import { readDay } from "@/domain/import/cells";
import { readPesos } from "@/domain/lookup/comparison";
import { LARGEST_CODE_VALUE } from "@/domain/order-code/code";
import { typedDay } from "@/domain/typed-day";
import { missingCharacters, transliterate } from "@/lib/pdf/characters";
import type { CalendarDay } from "@/model/calendar";
import { identityKinds, isIdNumberOf, readIdNumber } from "@/model/identity/identity-document";
import { parseNit, searchedNit } from "@/model/identity/nit";
import { plain } from "@/model/identity/typed";
import { mapTexts, orderFields, orderViews } from "@/model/order-field";
import { tooLong, tooShort } from "@/model/too-long";

const line = (missing: string, longest: number, least = 1) =>
  z
    .string(missing)
    .transform((typed) => transliterate(typed.replace(/\s+/g, " ").trim()))
    .pipe(
      z
        .string()
        .min(least, { error: ({ input }) => (input === "" ? missing : tooShort(least)) })
        .max(longest, { error: tooLong(longest), abort: true })
        .regex(/^[^\p{Cc}\p{Cf}]*$/u, tooLong(longest))
        .refine((text) => missingCharacters(text).length === 0, "paperLetters"),
    );

const typed = z.object({
  /** Idempotency key, made with the form, so that a form sent twice is one draft. */
  order: z.uuid(),
  /** The draft that the form was opened with; empty for a new one. */
  version: z.string().max(40).default(""),
  affiliateIdKind: z.enum(identityKinds, "idKindMissing"),
  affiliateId: z
    .string("idMissing")
    .refine((typed) => plain(typed) !== "", { error: "idMissing", abort: true })
    .max(60, "idShape"),
  affiliateName: line("affiliateNameMissing", 120, 3),
  kindCode: z.string("kindMissing").trim().min(1, "kindMissing").max(10, "kindMissing"),
  value: z.string("valueMissing").transform((typed, context) => {
    const pesos = readPesos(typed) ?? 0;
    if (pesos >= 1 && pesos <= LARGEST_CODE_VALUE) return pesos;
    const shape = pesos === 0 ? "valueShape" : "valueTooLarge";
    context.addIssue(plain(typed) === "" ? "valueMissing" : shape);
    return z.NEVER;
  }),
  /** A NIT with or without its check digit; empty is any provider with a convenio. */
  provider: z.string().trim().max(60).default(""),
  issuedOn: typedDay,
  /** The last day; empty for the one that the kind's rule gives. */
  validUntil: z.string().trim().max(10).default(""),
  ...mapTexts((name) => {
    const { least, longest }: { least: number; longest: number } = orderFields[name].text;
    const text = line(`${name}Missing`, longest, least);
    // A form that was opened before there was the field does not send it.
    return least > 0 ? text : text.prefault("");
  }),
});

const alone = {
  id: typed.pick({ affiliateIdKind: true, affiliateId: true }),
  provider: typed.pick({ provider: true }),
  until: typed.pick({ validUntil: true }),
  days: typed.pick({ issuedOn: true, validUntil: true }),
};
/** Lets a rule run together with those of other fields, so that one submission shows every error. */
const when = (fields: z.ZodType) => ({
  when: ({ value }: { value: unknown }) => fields.safeParse(value).success,
});

/** A provider typed by its name: it is no NIT, and has three letters in a row that are not the word NIT. */
function isName(provider: string): boolean {
  const nit = parseNit(provider);
  const isNumber = nit.ok || nit.reason === "ambiguous" || nit.reason === "wrong_check_digit";
  return !isNumber && /\p{L}{3}/u.test(plain(provider).replace(/^\P{L}*NIT(?!\p{L})/u, ""));
}

/** Ten digits that carry their own check digit may be a cédula used as NIT: the convenio decides. */
const nitFault = (provider: string) => {
  const nit = provider === "" || isName(provider) ? null : parseNit(provider);
  return nit && !nit.ok && nit.reason !== "ambiguous" ? nit.reason : null;
};

/** A typed order; messages are keys of `admin.issue.errors`. The kind's rules are checked later. */
export const DraftInput = typed
  .refine(({ affiliateIdKind: kind, affiliateId }) => isIdNumberOf(kind, readIdNumber(kind, affiliateId)), {
    ...{ path: ["affiliateId"], message: "idShape" },
    ...when(alone.id),
  })
  .refine(({ provider }) => nitFault(provider) !== "wrong_check_digit", {
    ...{ path: ["provider"], message: "nitCheckDigit" },
    ...when(alone.provider),
  })
  .refine(({ provider }) => [null, "wrong_check_digit"].includes(nitFault(provider)), {
    ...{ path: ["provider"], message: "nitShape" },
    ...when(alone.provider),
  })
  .refine(({ validUntil }) => validUntil === "" || readDay(validUntil).ok, {
    ...{ path: ["validUntil"], message: "dayShape" },
    ...when(alone.until),
  })
  .refine(({ issuedOn, validUntil }) => !endsBefore(validUntil, issuedOn), {
    ...{ path: ["validUntil"], message: "untilBeforeStart" },
    ...when(alone.days),
  })
  .transform(({ provider, validUntil, ...draft }) => {
    const named = isName(provider);
    const nit = provider === "" || named ? null : parseNit(provider);
    const until = readDay(validUntil);
    return {
      ...draft,
      affiliateId: readIdNumber(draft.affiliateIdKind, draft.affiliateId),
      providerNit: nit === null ? null : nit.ok ? nit.nit : searchedNit(provider),
      /** Of a company with a convenio in force, which the words tell apart from the others. */
      providerName: named ? provider : null,
      validUntil: until.ok ? until.value : null,
    };
  });
export type DraftInput = z.output<typeof DraftInput>;

/** The first day is read already where other rules have run, and is as typed where they have not. */
function endsBefore(validUntil: string, issuedOn: string): boolean {
  const [first, last] = [readDay(issuedOn), readDay(validUntil)];
  return first.ok && last.ok && last.value < first.value;
}

const answer = z.string().max(300).default("");

/** The unfinished form, stored without validation so that the person can go on later. */
export const FormAnswers = z.object({
  order: z.uuid(),
  ...(Object.fromEntries(orderViews.form.map((name) => [name, answer])) as Record<
    (typeof orderViews.form)[number],
    typeof answer
  >),
});
export type FormAnswers = z.output<typeof FormAnswers>;

/** An unfinished form as it goes on today: an order that should have started on an earlier day starts today. */
export function startingFrom(answers: FormAnswers, today: CalendarDay): FormAnswers {
  const first = readDay(answers.issuedOn);
  return first.ok ? { ...answers, issuedOn: first.value < today ? today : answers.issuedOn } : answers;
}

/** What the form sends: an unfinished form by the button `later`, which is stored as it is, else a typed order. */
export const SentDraft = z.looseObject({}).transform((sent, context) => {
  const later = sent.later === undefined ? null : FormAnswers.safeParse(sent);
  const draft = later ? null : DraftInput.safeParse(sent);
  if (later?.success) return { later: later.data, draft: null };
  if (draft?.success) return { later: null, draft: draft.data };
  for (const { path, message } of (later ?? draft)?.error?.issues ?? [])
    context.addIssue({ code: "custom", path: [...path], message });
  return z.NEVER;
});
