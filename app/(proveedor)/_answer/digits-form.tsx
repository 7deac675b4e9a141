"use client";

import { useActionState, useEffect, useRef } from "react";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { IdNumberField, type KeypadWords } from "@/components/form/id-number-field";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import type { AnswerWays } from "./answer-props";

/** Four digits of the ID in the person's hand. `missed` were wrong before. */
export function DigitsForm({
  lookupId,
  action,
  missed,
  words,
}: {
  lookupId: string;
  action: AnswerWays["digits"];
  missed: number;
  words: FormWords & KeypadWords & Record<"label" | "hint" | "submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(action, idle);
  const known: Readonly<Record<string, string>> =
    missed > 0 && state.status !== "invalid" ? { digits: "wrong" } : {};
  const view = useFormView({ state, words, early: known, order: ["digits"] });
  const form = useRef<HTMLFormElement>(null);
  // The page exists for this field; a counter with a keyboard types at once. After a miss the summary is heard.
  useEffect(() => {
    if (missed === 0) form.current?.querySelector<HTMLInputElement>("#digits")?.focus();
  }, [missed]);
  return (
    <form ref={form} action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <IdNumberField
        name="digits"
        label={words.label}
        hint={words.hint}
        error={view.error("digits")}
        autoComplete="off"
        words={words}
      />
      <div className="action-bar">
        <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
