import type { z } from "zod";
import { municipalities, municipalityName } from "../place/municipalities";
import { onlyMatch } from "../place/only-match";
import { companyForm } from "./schema";

/** Step 2 with its municipality as a DIVIPOLA code. */
export const CompanyInput = companyForm(municipalityCode);
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
  const found = onlyMatch(typed, municipalities, ({ code, name }) => [municipalityName(code), name]);
  return found?.code ?? null;
}
