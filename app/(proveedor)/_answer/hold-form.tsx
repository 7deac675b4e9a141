"use client";

import { useActionState } from "react";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { claimAction } from "./actions";

/** Takes the order for 15 minutes and goes on to the confirmation. */
export function HoldForm({
  lookupId,
  words,
}: {
  lookupId: string;
  words: FormWords & Record<"submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(claimAction, idle);
  return (
    <form action={submit}>
      <FormHead view={useFormView({ state, words })} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <SubmitButton pendingLabel={words.submitting}>{words.submit}</SubmitButton>
    </form>
  );
}
