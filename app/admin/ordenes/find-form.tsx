"use client";

import { useActionState } from "react";
import { SelectField, TextField } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { findAction } from "./actions";

/** One field for both numbers, because who asks does not always know which one it is. */
export function FindForm({
  kinds,
  words,
}: {
  kinds: { value: string; label: string }[];
  words: FormWords &
    Record<"number" | "kind" | "anyKind" | "find" | "finding", string> & { kindHint?: string };
}) {
  const [state, submit] = useActionState(findAction, idle);
  const view = useFormView({ state, words });
  return (
    <form className="max-w-xl" action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <TextField
        name="number"
        label={words.number}
        error={view.error("number")}
        defaultValue={view.text("number")}
        autoComplete="off"
        maxLength={60}
        digits
      />
      <SelectField
        name="kindCode"
        label={words.kind}
        hint={words.kindHint}
        options={kinds}
        emptyLabel={words.anyKind}
        defaultValue={view.text("kindCode")}
      />
      <SubmitButton pendingLabel={words.finding}>{words.find}</SubmitButton>
    </form>
  );
}
