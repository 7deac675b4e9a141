"use client";

import { useActionState } from "react";
import { RadioGroup, TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { decideUndoAction } from "./actions";

/** Takes a use back or not, with a reason that the provider reads. */
export function DecideForm({
  requestId,
  seen,
  options,
  words,
}: {
  requestId: string;
  /** What the page shows of it. */
  seen: string;
  options: { value: string; label: string; hint: string }[];
  words: FormWords & Record<"decision" | "reason" | "reasonHint" | "submit" | "sending", string>;
}) {
  const [state, submit] = useActionState(decideUndoAction, idle);
  const view = useFormView({ state, words, order: ["decision", "reason"] });
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="seen" value={seen} />
      <RadioGroup
        name="decision"
        legend={words.decision}
        error={view.error("decision")}
        defaultValue={view.text("decision")}
        options={options}
      />
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
