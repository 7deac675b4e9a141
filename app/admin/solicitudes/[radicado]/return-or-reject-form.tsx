"use client";

import { useActionState } from "react";
import { RadioGroup, TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormState, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";

/** A decision that needs a reason: a ready sentence, free text, or both. `prefix` keeps the ids apart. */
export function ReturnOrRejectForm({
  action,
  requestId,
  seen,
  prefix,
  templates,
  words,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  requestId: string;
  /** What the page shows of it. */
  seen: string;
  prefix: "return" | "reject";
  templates: string[];
  words: FormWords & Record<"sending" | "legend" | "reason" | "hint" | "other" | "submit", string>;
}) {
  const [state, submit] = useActionState(action, idle);
  const view = useFormView({ state, words });
  const template = `${prefix}Template`;
  const reason = `${prefix}Reason`;
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="seen" value={seen} />
      <RadioGroup
        key={view.text(template)}
        name={template}
        legend={words.legend}
        options={[
          ...templates.map((text) => ({ value: text, label: text })),
          { value: "", label: words.other },
        ]}
        defaultValue={view.text(template) ?? ""}
      />
      <TextAreaField
        name={reason}
        label={words.reason}
        hint={words.hint}
        error={view.error(reason)}
        defaultValue={view.text(reason)}
        maxLength={600}
      />
      <SubmitButton pendingLabel={words.sending} variant="outline">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
