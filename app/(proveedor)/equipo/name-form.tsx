"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

/** One name, of a branch or of a counter. Several stand on a page, so its ids carry `id`. */
export function NameForm({
  action,
  id,
  hidden,
  known = "",
  label,
  hint,
  button,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  id: string;
  hidden: Readonly<Record<string, string>>;
  known?: string;
  label: string;
  hint?: string;
  button: string;
  words: AccountFormWords;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, known: { name: known } });
  const error = view.error("name");
  const field = `nombre-${id}`;
  const shown = { ...view, errors: view.errors.map((fault) => ({ ...fault, name: field })) };
  return (
    <form action={submit} noValidate>
      <FormHead view={shown} title={words.errorSummary} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={error ? "field field-invalid" : "field"}>
        <label htmlFor={field}>{label}</label>
        {hint ? (
          <p id={`${field}-hint`} className="hint">
            {hint}
          </p>
        ) : null}
        {error ? (
          <p id={`${field}-error`} className="field-error">
            {error}
          </p>
        ) : null}
        <input
          id={field}
          name="name"
          className="input"
          defaultValue={view.text("name")}
          autoComplete="off"
          maxLength={80}
          aria-describedby={
            [hint ? `${field}-hint` : "", error ? `${field}-error` : ""].join(" ").trim() || undefined
          }
          aria-invalid={error ? true : undefined}
        />
      </div>
      <SubmitButton pendingLabel={words.sending} variant="outline">
        {button}
      </SubmitButton>
    </form>
  );
}
