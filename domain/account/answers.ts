import { z } from "zod";
import { seal, unseal } from "@/lib/crypto/seal";

const CompanyAnswers = z.object({
  nit: z.string(),
  checkDigit: z.number(),
  legalName: z.string(),
  municipality: z.string(),
  address: z.string(),
  phone: z.string(),
});
const PersonAnswers = z.object({
  name: z.string(),
  idKind: z.string(),
  idNumber: z.string(),
  email: z.string(),
  mobile: z.string(),
});
const Answers = z.object({ company: CompanyAnswers.optional(), person: PersonAnswers.optional() });

/** What a person has entered so far in a registration. */
export type Answers = z.output<typeof Answers>;
export type WholeAnswers = Required<Answers>;

/** Encrypts the answers bound to the row of their registration, so that they cannot be decrypted elsewhere. */
export function sealAnswers(registrationId: string, answers: Answers): Buffer {
  return seal(JSON.stringify(answers), `registration.answers:${registrationId}`);
}

export function openAnswers(registrationId: string, sealed: Uint8Array | null): Answers {
  return sealed ? Answers.parse(JSON.parse(unseal(sealed, `registration.answers:${registrationId}`))) : {};
}

export function areWhole(answers: Answers): answers is WholeAnswers {
  return answers.company !== undefined && answers.person !== undefined;
}
