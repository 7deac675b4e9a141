import { z } from "zod";
import { phone } from "@/domain/account/schema";
import { printable } from "@/domain/print/printable";
import { ShownParts } from "@/domain/seen";
import { isIdentityKind, isIdNumberOf, readIdNumber } from "@/model/identity/identity-document";
import { isMobile } from "@/model/identity/phone";

const mobile = z
  .string()
  .trim()
  .default("")
  .pipe(z.union([z.literal(""), phone("mobileWrong").refine(isMobile, "mobileWrong")], "mobileWrong"));

/**
 * Other data of a provider and of the owner who answers for it; `person` is empty when it has no owner. A person who
 * came by an invitation may have neither document nor mobile.
 * @param known what a typed municipality is known as; null when it is unknown
 */
export const correctionForm = (known: (typed: string) => string | null) =>
  z
    .object({
      provider: z.uuid(),
      seen: ShownParts,
      legalName: printable("legalNameMissing", 200),
      municipality: printable("municipalityMissing", 80).transform((typed, context) => {
        const found = known(typed);
        if (found !== null) return found;
        context.addIssue("municipalityUnknown");
        return z.NEVER;
      }),
      address: printable("addressMissing", 200),
      phone: phone("phoneWrong"),
      person: z.union([z.uuid(), z.literal("")]).default(""),
      personName: z.string().max(300).default(""),
      idKind: z.string().max(10).default(""),
      idNumber: z.string().max(60, "idNumberWrong").default(""),
      mobile,
      reason: z.string("reasonMissing").trim().min(10, "reasonMissing").max(600, "reasonLong"),
    })
    .transform(({ person, personName, idKind, idNumber, mobile: typedMobile, ...company }, context) => {
      if (person === "") return { ...company, person: null };
      const fault = (path: string, message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      const name = printable("nameMissing", 120).safeParse(personName);
      for (const { message } of name.error?.issues ?? []) fault("personName", message);
      const typed = isIdentityKind(idKind) ? { idKind, idNumber: readIdNumber(idKind, idNumber) } : null;
      if (!typed && (idKind !== "" || idNumber.trim() !== "")) fault("idKind", "idKindMissing");
      if (typed && !isIdNumberOf(typed.idKind, typed.idNumber)) fault("idNumber", "idNumberWrong");
      if (!name.success) return z.NEVER;
      const document = typed ?? { idKind: null, idNumber: null };
      return {
        ...company,
        person: { id: person, name: name.data, mobile: typedMobile || null, ...document },
      };
    });
export type Correction = z.output<ReturnType<typeof correctionForm>>;
