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
        context.addIssue({ code: "custom", message: "municipalityUnknown" });
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
      if (!name.success) fault("personName", name.error.issues[0]?.message ?? "nameMissing");
      const without = idKind === "" && idNumber.trim() === "";
      const read = isIdentityKind(idKind) ? readIdNumber(idKind, idNumber) : "";
      if (!without && !isIdentityKind(idKind)) fault("idKind", "idKindMissing");
      else if (!without && !(isIdentityKind(idKind) && isIdNumberOf(idKind, read)))
        fault("idNumber", "idNumberWrong");
      if (context.issues.length > 0 || !name.success) return z.NEVER;
      const document = without ? { idKind: null, idNumber: null } : { idKind, idNumber: read };
      return {
        ...company,
        person: { id: person, name: name.data, mobile: typedMobile || null, ...document },
      };
    });
export type Correction = z.output<ReturnType<typeof correctionForm>>;
