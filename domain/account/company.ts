import { z } from "zod";
import { municipalities, municipalityName } from "../place/municipalities";
import { CompanyForm } from "./schema";

/** Step 2 with its municipality as a DIVIPOLA code. */
export const CompanyInput = CompanyForm.transform((company, context) => {
  const code = municipalityCode(company.municipality);
  if (code) return { ...company, municipality: code };
  context.addIssue({ code: "custom", path: ["municipality"], message: "municipalityUnknown" });
  return z.NEVER;
});
export type CompanyInput = z.output<typeof CompanyInput>;

/** The municipalities that the field suggests, each as "Barranquilla, Atlántico". */
export function municipalityNames(): string[] {
  return municipalities.map(({ code }) => municipalityName(code));
}

/**
 * The DIVIPOLA code of a typed municipality, without regard to capitals, accents and points: "barranquilla,
 * atlantico", or just "Barranquilla" where only one has that name. Null when none or several match.
 */
export function municipalityCode(typed: string): string | null {
  const wanted = comparable(typed);
  if (wanted === "") return null;
  const whole = municipalities.find(({ code }) => comparable(municipalityName(code)) === wanted);
  if (whole) return whole.code;
  const named = municipalities.filter(({ name }) => comparable(name) === wanted);
  const [only] = named;
  return only && named.length === 1 ? only.code : null;
}

function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
