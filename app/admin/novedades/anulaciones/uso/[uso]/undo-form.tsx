"use client";

import { useActionState } from "react";
import { TextAreaField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { undoObjectedAction } from "./actions";

/** Takes an objected use back, with a reason that the provider reads. */
export function UndoForm({
  useId,
  seen,
  words,
}: {
  useId: string;
  /** What the page shows of it. */
  seen: string;
  words: FormWords & Record<"reason" | "reasonHint" | "submit" | "sending", string>;
}) {
  const [state, submit] = useActionState(undoObjectedAction, idle);
  const view = useFormView({ state, words, order: ["reason"] });
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="useId" value={useId} />
      <input type="hidden" name="seen" value={seen} />
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
