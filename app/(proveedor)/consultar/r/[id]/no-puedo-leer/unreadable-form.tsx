"use client";

import { useActionState } from "react";
import { RadioGroup } from "@/components/form/field";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { unreadableAction } from "../actions";

export function UnreadableForm({
  lookupId,
  reasons,
  words,
}: {
  lookupId: string;
  reasons: { value: string; label: string }[];
  words: FormWords & Record<"title" | "submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(unreadableAction, idle);
  const view = useFormView({ state, words });
  return (
    <form action={submit} noValidate>
      <FormHead view={view} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <RadioGroup
        name="reason"
        legend={words.title}
        error={view.error("reason")}
        defaultValue={view.text("reason")}
        options={reasons}
      />
      <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
    </form>
  );
}
