import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors, type FieldValues } from "react-hook-form";
import type { z } from "zod";
import { cleanForm } from "@/lib/http/form-data";

/** A schema as `Form` takes it; a form's fields are text, and what they become does not matter before sending. */
export type FormSchema = z.ZodType<unknown, FieldValues>;

/** What is wrong with a form, by field: keys of its words. Empty when it may be sent. */
export type EarlyCheck = (form: FormData) => Promise<Record<string, string>>;

/** Checks a form in the browser as the action does: the same reading of its texts, the same schema. */
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
    for (const [name, error] of Object.entries(errors)) {
      if (typeof error?.message === "string") found[name] = error.message;
    }
    return { ...found, ...faults };
  };
}
