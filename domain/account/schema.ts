import { z } from "zod";
import { printable } from "@/domain/print/printable";
import { cajaRoles } from "@/model/access";
import { isIdentityKind, isIdNumberOf, readIdNumber } from "@/model/identity/identity-document";
import { parseNit, typedCheckDigit } from "@/model/identity/nit";
import { isMobile, parsePhone } from "@/model/identity/phone";
import { inOneSpelling, numberOf, plain } from "@/model/identity/typed";
import { readEmail } from "./email";
import { passwordFault } from "./password";

/** Purposes of the consent, which are stored with it by name. */
const purposes = ["account", "terms", "messages"] as const;
export type Purpose = (typeof purposes)[number];

/** The longest identity number that is read, with labels, points and spaces around it. */
const LONGEST_NUMBER = 60;

/** A typed phone number as it is stored. */
export const phone = (fault: string) =>
  z.string("phoneMissing").transform((typed, context) => {
    const read = parsePhone(typed);
    if (read) return read;
    context.addIssue(typed.trim() === "" ? "phoneMissing" : fault);
    return z.NEVER;
  });

/** An e-mail address in lower case. */
export const Email = z
  .string("emailMissing")
  .transform((typed) => inOneSpelling(typed).toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "emailMissing")
      .refine((typed) => typed.includes("@"), { error: "emailWithoutAt", abort: true })
      .refine((typed) => readEmail(typed) !== null, "emailWrong"),
  );

/** Step 1: two boxes are required, and none is ticked in advance. */
export const ConsentInput = z.object({
  treatment: z.literal("1", "treatmentMissing"),
  terms: z.literal("1", "termsMissing"),
  messages: z.literal("1").optional(),
});
export type ConsentInput = z.output<typeof ConsentInput>;

/** The purposes that a person ticked. */
export function purposesOf({ messages }: Pick<ConsentInput, "messages">): Purpose[] {
  return messages ? ["account", "terms", "messages"] : ["account", "terms"];
}

function hasWrongCheckDigit(nit: unknown, checkDigit: unknown): boolean {
  if (typeof nit !== "string" || typeof checkDigit !== "string") return false;
  const read = parseNit(nit, checkDigit);
  return !read.ok && read.reason === "wrong_check_digit";
}

/**
 * Step 2. All its errors are found at once, including the municipality's.
 * @param known what a typed municipality is known as; null when it is unknown
 */
export const companyForm = (known: (typed: string) => string | null) =>
  z
    .object({
      nit: z.string("nitMissing").superRefine((typed, context) => {
        const read = parseNit(typed);
        if (read.ok || (read.reason !== "empty" && read.reason !== "not_a_nit")) return;
        context.addIssue(read.reason === "empty" ? "nitMissing" : "nitWrong");
      }),
      checkDigit: z
        .string("checkDigitMissing")
        .transform(numberOf)
        .pipe(z.string().regex(/^\d?$/, "checkDigitMissing")),
      legalName: printable("legalNameMissing", 200),
      municipality: printable("municipalityMissing", 80).transform((typed, context) => {
        const found = known(typed);
        if (found !== null) return found;
        context.addIssue("municipalityUnknown");
        return z.NEVER;
      }),
      address: printable("addressMissing", 200),
      phone: phone("phoneWrong"),
    })
    // Who types it behind the NIT need not type it again.
    .refine(({ nit, checkDigit }) => checkDigit !== "" || typedCheckDigit(String(nit)) !== "", {
      path: ["checkDigit"],
      error: "checkDigitMissing",
      when: () => true,
    })
    // Also when other fields have errors, so that the person can correct all at once.
    .refine(({ nit, checkDigit }) => !hasWrongCheckDigit(nit, checkDigit), {
      path: ["checkDigit"],
      error: "checkDigitWrong",
      when: () => true,
    })
    .transform(({ nit: typed, checkDigit: typedDigit, ...rest }) => {
      const read = parseNit(typed, typedDigit);
      // What is no NIT, and what its check digit contradicts, was refused above.
      if (!read.ok) throw new Error(read.reason);
      return { nit: read.nit, checkDigit: read.checkDigit, ...rest };
    });

/** The same as typed, where the list of municipalities is not available. */
export const CompanyForm = companyForm((typed) => typed);
export type CompanyForm = z.output<typeof CompanyForm>;

/** Step 3 of a registration: the person who answers for the company. */
export const PersonForm = z
  .object({
    name: printable("nameMissing", 120),
    idKind: z.string("idKindMissing").refine(isIdentityKind, "idKindMissing"),
    idNumber: z
      .string("idNumberMissing")
      .refine((typed) => plain(typed) !== "", "idNumberMissing")
      .max(LONGEST_NUMBER, "idNumberWrong"),
    email: Email,
    mobile: phone("mobileWrong").refine(isMobile, "mobileWrong"),
  })
  .transform((person, context) => {
    const idNumber = readIdNumber(person.idKind, person.idNumber);
    if (isIdNumberOf(person.idKind, idNumber)) return { ...person, idNumber };
    context.addIssue({ code: "custom", path: ["idNumber"], message: "idNumberWrong" });
    return z.NEVER;
  });
export type PersonForm = z.output<typeof PersonForm>;

/** A new password. It is compared with the person's data later, where those are known. */
export const NewPassword = z.string("passwordMissing").superRefine((typed, context) => {
  const fault = typed === "" ? "passwordMissing" : passwordFault(typed, []);
  if (fault) context.addIssue(fault);
});

/** The secret of a mail's link, as `newToken` writes it. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What the caja told a person itself: a new owner, or somebody who is to work for it; of other links nothing. */
const SpokenCode = z.string().max(40).optional();

export const ChoosePasswordInput = z.object({ token: LinkToken, code: SpokenCode, password: NewPassword });
export type ChoosePasswordInput = z.output<typeof ChoosePasswordInput>;

/** An existing password, without today's rules for new ones, so that they never lock an owner out. */
export const TypedPassword = z.string("passwordMissing").min(1, "passwordMissing").max(1000, "passwordLong");

export const SignInInput = z.object({
  email: z
    .string("emailMissing")
    .transform((typed) => inOneSpelling(typed).toLowerCase())
    .pipe(z.string().min(1, "emailMissing").max(254, "emailWrong")),
  password: TypedPassword,
  back: z.string().optional(),
});
export type SignInInput = z.output<typeof SignInInput>;

export const RecoverInput = z.object({ email: Email });

export const InviteInput = z.object({
  name: printable("nameMissing", 120),
  email: Email,
  role: z.enum(["owner", "clerk", "viewer"], "roleMissing"),
});
export type InviteInput = z.output<typeof InviteInput>;

const CajaRoleInput = z.enum(cajaRoles, "roleMissing");

/** Somebody whom an administrator invites to work for the caja. */
export const InviteOfficialInput = z.object({
  name: printable("nameMissing", 120),
  email: Email,
  role: CajaRoleInput,
});
export type InviteOfficialInput = z.output<typeof InviteOfficialInput>;

/** Another name or role; `was` is the role that the page showed. */
export const ChangeOfficialInput = z.object({
  person: z.uuid(),
  name: printable("nameMissing", 120),
  role: CajaRoleInput,
  was: z.enum(cajaRoles),
  /** The name that the page showed; pages of before did not say it. */
  nameWas: z.string().max(200).optional(),
});
export type ChangeOfficialInput = z.output<typeof ChangeOfficialInput>;

/** Why somebody's access ends. */
const endCauses = ["left", "moved", "other"] as const;
export const EndAccessInput = z.object({ person: z.uuid(), cause: z.enum(endCauses, "endCauseMissing") });
export type EndAccessInput = z.output<typeof EndAccessInput>;

export const OfficialId = z.object({ person: z.uuid() });

export const InvitationId = z.object({ invitation: z.uuid() });
export const MemberId = z.object({ person: z.uuid() });

export const AcceptInput = ConsentInput.extend({
  token: LinkToken,
  code: SpokenCode,
  name: printable("nameMissing", 120),
  password: NewPassword,
});
export type AcceptInput = z.output<typeof AcceptInput>;

/** The acceptance of somebody who has an account: its own password proves who it is. */
export const JoinInput = z.object({ token: LinkToken, password: TypedPassword, code: SpokenCode });
export type JoinInput = z.output<typeof JoinInput>;

/** The provider to which the session switches, and a page of it to go on to. */
export const SwitchInput = z.object({ provider: z.uuid(), volver: z.string().max(500).optional() });
