import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors, type FieldValues } from "react-hook-form";
import type { z } from "zod";
import { cleanForm } from "@/lib/http/form-data";

/** A schema for `Form`. Its output type does not matter in the browser, where fields are text. */
export type FormSchema = z.ZodType<unknown, FieldValues>;

/** Errors of a form by field, as keys of its words. Empty when it is valid. */
export type EarlyCheck = (form: FormData) => Promise<Record<string, string>>;

/** Validates a form in the browser as the action does, with the same normalisation and schema. */
export function earlyCheck(schema: FormSchema): EarlyCheck {
  const { reset, trigger, subscribe } = createFormControl({ resolver: zodResolver(schema) });
  let errors: FieldErrors = {};
  subscribe({
    formState: { errors: true },
    callback: (state) => {
      errors = state.errors ?? {};
    },
  });
  return async (form) => {
    const { object, faults } = cleanForm(form);
    reset(object);
    errors = {};
    await trigger();
    const found: Record<string, string> = {};
    // Of a value that fits no member of a union the resolver tells what one of the members says, which is the library's
    // English where the union has the words.
    const issues = Object.keys(errors).length > 0 ? (schema.safeParse(object).error?.issues ?? []) : [];
    for (const [name, error] of Object.entries(errors)) {
      const own = issues.find(({ path }) => path[0] === name)?.message;
      if (typeof error?.message === "string") found[name] = own ?? error.message;
    }
    return { ...found, ...faults };
  };
}
