import { z } from "zod";
import { inOneSpelling } from "@/model/identity/typed";

const LONGEST_EMAIL = 254;

/** Letters of the Latin alphabet with their marks, also in the domain: no other letter looks like one of them. */
const CONTACT =
  /^[\p{Script=Latin}\d&'+_-]+(?:\.[\p{Script=Latin}\d&'+_-]+)*@(?:[\p{Script=Latin}\d](?:[\p{Script=Latin}\d-]*[\p{Script=Latin}\d])?\.)+(?:\p{Script=Latin}{2,}|xn--[a-z\d-]+)$/iu;

/** An e-mail address in one spelling, with its capitals; null when it is none, or more than one. */
export function readEmail(typed: string): string | null {
  const email = inOneSpelling(typed);
  return email.length <= LONGEST_EMAIL && z.regexes.email.test(email) ? email : null;
}

/** The same of a company, which nobody signs in with: also `info@peñalosa.com` and `r&r@x.co`. */
export function readContactEmail(typed: string): string | null {
  const email = inOneSpelling(typed);
  return readEmail(email) ?? (email.length <= LONGEST_EMAIL && CONTACT.test(email) ? email : null);
}
