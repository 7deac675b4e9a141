"use client";

import { useActionState } from "react";
import { PasswordField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { AccountFormWords } from "../_server/form-words";

/** Chooses a password by a mail's link. The address comes along for password managers. */
export function PasswordForm({
  action,
  token,
  email,
  submitLabel,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  token: string;
  email: string;
  submitLabel: string;
  words: AccountFormWords & { label: string; hint: string };
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" autoComplete="username" value={email} />
      <PasswordField
        name="password"
        label={words.label}
        hint={words.hint}
        error={view.error("password")}
        autoComplete="new-password"
        showLabel={words.show}
        hideLabel={words.hide}
      />
      <SubmitButton pendingLabel={words.sending}>{submitLabel}</SubmitButton>
    </form>
  );
}
