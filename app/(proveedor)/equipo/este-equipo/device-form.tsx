"use client";

import { useActionState } from "react";
import type { AccountFormWords } from "@/app/_server/form-words";
import { RadioGroup } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { deviceAction } from "./actions";

/** Which counter this device is. */
export function DeviceForm({
  choices,
  chosen,
  words,
}: {
  choices: { value: string; label: string; hint?: string }[];
  chosen: string;
  words: AccountFormWords & Record<"legend" | "submit", string>;
}) {
  const [state, submit] = useActionState(deviceAction, idle);
  const view = useFormView({ state, words, known: { counter: chosen } });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <RadioGroup
        key={view.text("counter")}
        name="counter"
        legend={words.legend}
        options={choices}
        error={view.error("counter")}
        defaultValue={view.text("counter")}
      />
      <SubmitButton pendingLabel={words.sending}>{words.submit}</SubmitButton>
    </form>
  );
}
