"use client";

import { useActionState } from "react";
import { PasswordField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { AccountFormWords } from "../../_server/form-words";
import { signInAction } from "./actions";

/** E-mail and password. After a failure the e-mail stays and the password does not. */
export function SignInForm({
  words,
  back,
}: {
  words: AccountFormWords & Record<"email" | "password" | "submit", string>;
  back: string | null;
}) {
  const [state, submit] = useActionState(signInAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <TextField
        name="email"
        label={words.email}
        error={view.error("email")}
        defaultValue={view.text("email")}
        type="email"
        inputMode="email"
        autoComplete="username"
      />
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
