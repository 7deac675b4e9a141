"use client";

import { useActionState } from "react";
import { RadioGroup, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { type FormValues, idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { saveCompareModeAction } from "./actions";

/** How the counter compares the paper. `known.version` says which state of it this form shows. */
export function CompareModeForm({
  known,
  modes,
  words,
}: {
  known: FormValues;
  modes: { value: string; label: string; hint: string }[];
  words: FormWords & Record<"mode" | "from" | "fromHint" | "save" | "saving", string>;
}) {
  const [state, submit] = useActionState(saveCompareModeAction, idle);
  const view = useFormView({ state, words, known, order: ["mode", "from"] });
  return (
    <form className="max-w-2xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="version" value={view.text("version") ?? ""} />
      <RadioGroup
        name="mode"
        legend={words.mode}
        error={view.error("mode")}
        defaultValue={view.text("mode")}
        options={modes}
      />
      <TextField
        name="from"
        label={words.from}
        hint={words.fromHint}
        error={view.error("from")}
        defaultValue={view.text("from")}
        inputMode="decimal"
        autoComplete="off"
      />
      <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
    </form>
  );
}
