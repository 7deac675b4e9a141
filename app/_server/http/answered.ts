import { type FormState, type FormValues, idle } from "@/components/form/form-state";
import type { RefusalCode } from "@/model/refusal";

/** The query of a page's address. */
export type Query = Record<string, string | string[] | undefined>;

/** Sentences for the errors of each field, in the order of the page. */
export type FaultWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

type RefusalWords = Readonly<Record<RefusalCode, string>>;

/**
 * State of a form after a route handler redirected to its page with errors by field or a refusal. Codes without
 * words are ignored, because anyone can write an address.
 * @param values values for the fields
 */
export function answeredIn(
  query: Query,
  { errors, refusals }: { errors: FaultWords; refusals: RefusalWords },
  values: FormValues = {},
): FormState {
  const fields = faultsIn(query, errors);
  if (Object.keys(fields).length > 0) return { status: "invalid", fields, values };
  const code = refusalIn(query, refusals);
  return code ? { status: "refused", code, text: refusals[code], values } : idle;
}

/** Errors in the address, by field. */
export function faultsIn(query: Query, errors: FaultWords): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [name, words] of Object.entries(errors)) {
    const code = query[name];
    if (typeof code === "string" && Object.hasOwn(words, code)) faults[name] = code;
  }
  return faults;
}

/** The refusal in the address. */
export function refusalIn({ aviso }: Query, refusals: RefusalWords): RefusalCode | null {
  return typeof aviso === "string" && hasWords(aviso, refusals) ? aviso : null;
}

function hasWords(code: string, refusals: RefusalWords): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}
