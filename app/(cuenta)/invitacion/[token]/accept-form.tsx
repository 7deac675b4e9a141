"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { CheckboxField, PasswordField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { acceptAction } from "./actions";

type Words = AccountFormWords &
  Record<"treatment" | "terms" | "messages" | "name" | "password" | "passwordHint" | "submit", string>;

/** Authorisation, name and password of somebody who was invited. */
export function AcceptForm({
  words,
  token,
  name,
  email,
}: {
  words: Words;
  token: string;
  name: string;
  email: string;
}) {
  const [state, submit] = useActionState(acceptAction, idle);
  const view = useFormView({ state, words, known: { name } });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" autoComplete="username" value={email} />
      {(["treatment", "terms", "messages"] as const).map((box) => (
        <CheckboxField
          key={box}
          name={box}
          label={words[box]}
          error={view.error(box)}
          defaultChecked={view.ticked(box)}
        />
      ))}
      <TextField
        name="name"
        label={words.name}
        error={view.error("name")}
        defaultValue={view.text("name")}
        autoComplete="name"
      />
      <PasswordField
        name="password"
        label={words.password}
        hint={words.passwordHint}
        error={view.error("password")}
        autoComplete="new-password"
        showLabel={words.show}
        hideLabel={words.hide}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
