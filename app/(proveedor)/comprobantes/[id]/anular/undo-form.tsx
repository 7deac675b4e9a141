"use client";

import { useActionState } from "react";
import { TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

/** Takes a use back, or asks the caja to: one reason, one button. */
export function UndoForm({
  action,
  useId,
  undoKey,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  useId: string;
  undoKey: string;
  words: FormWords & Record<"reason" | "reasonHint" | "submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words, known: { key: undoKey } });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="useId" value={useId} />
      <input type="hidden" name="key" value={view.text("key") ?? undoKey} />
      <TextAreaField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={view.error("reason")}
        defaultValue={view.text("reason")}
        maxLength={300}
      />
      <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
    </form>
  );
}
