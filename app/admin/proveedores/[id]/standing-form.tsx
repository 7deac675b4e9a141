"use client";

import { useActionState } from "react";
import { TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

type Words = FormWords & {
  errorSummary: string;
  sending: string;
  reason: string;
  reasonHint: string;
  submit: string;
};

/** Suspends or reactivates: one reason, one button. */
export function StandingForm({
  action,
  hidden,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: { provider: string; seen: string };
  words: Words;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="provider" value={hidden.provider} />
      <input type="hidden" name="seen" value={hidden.seen} />
      <TextAreaField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={view.error("reason")}
        defaultValue={view.text("reason")}
        maxLength={600}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
