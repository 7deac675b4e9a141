"use client";

import { useActionState } from "react";
import { TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { verifyAction } from "./actions";

type Words = FormWords & Record<"sending" | "code" | "codeHint" | "submit", string>;

/** One field for the long code. Posts without JavaScript too, so that no code stands in an address by itself. */
export function VerifyForm({ words }: { words: Words }) {
  const [state, submit] = useActionState(verifyAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextAreaField
        name="code"
        label={words.code}
        hint={words.codeHint}
        error={view.error("code")}
        defaultValue={view.text("code")}
        rows={5}
        maxLength={1_000}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
