"use client";

import { useActionState } from "react";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { ButtonVariant } from "@/components/ui/button";

/** A form that is one button: what it is about travels in hidden fields. */
export function OneButtonForm({
  action,
  hidden = {},
  label,
  variant,
  done,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  label: string;
  variant?: ButtonVariant;
  /** Said in place when the action answers without leading elsewhere. */
  done?: string;
  words: FormWords & { sending: string };
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words });
  if (state.status === "done" && done) return <p role="status">{done}</p>;
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton pendingLabel={words.sending} variant={variant}>
        {label}
      </SubmitButton>
    </form>
  );
}
