"use client";

import { useActionState } from "react";
import { PasswordField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

type Words = FormWords &
  Record<"sending" | "password" | "show" | "hide" | "submit", string> & { word?: string };

/** What a change of the keys asks for: the password again and, where `word` is given, the word. */
export function KeyForm({
  action,
  hidden,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: { name: "active" | "key"; value: number };
  words: Words;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, order: ["word", "password"] });
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name={hidden.name} value={hidden.value} />
      {words.word ? (
        <TextField
          name="word"
          label={words.word}
          error={view.error("word")}
          defaultValue={view.text("word")}
          autoComplete="off"
          maxLength={20}
        />
      ) : null}
      <PasswordField
        name="password"
        label={words.password}
        error={view.error("password")}
        autoComplete="current-password"
        showLabel={words.show}
        hideLabel={words.hide}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
