import { z } from "zod";
import { inOneSpelling } from "@/model/identity/typed";

const LONGEST_EMAIL = 254;

/** An e-mail address in one spelling, with its capitals; null when it is none, or more than one. */
export function readEmail(typed: string): string | null {
  const email = inOneSpelling(typed);
  return email.length <= LONGEST_EMAIL && z.regexes.email.test(email) ? email : null;
}
