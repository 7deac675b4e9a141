"use client";

import { useActionState } from "react";
import { TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { AccountFormWords } from "../../_server/form-words";
import { recoverAction } from "./actions";

export function RecoverForm({ words }: { words: AccountFormWords & Record<"email" | "submit", string> }) {
  const [state, submit] = useActionState(recoverAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextField
        name="email"
        label={words.email}
        error={view.error("email")}
        defaultValue={view.text("email")}
        type="email"
        inputMode="email"
        autoComplete="username"
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
