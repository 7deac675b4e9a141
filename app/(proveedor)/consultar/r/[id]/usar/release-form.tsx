"use client";

import { useActionState } from "react";
import { FormHead } from "@/components/form/form-head";
import { idle } from "@/components/form/form-state";
import type { FormWords } from "@/components/form/form-view";
import { SubmitButton } from "@/components/form/submit-button";
import { useFormView } from "@/components/form/use-form-view";
import { releaseAction } from "../actions";

/** Gives the order back before its 15 minutes are over. */
export function ReleaseForm({
  lookupId,
  words,
}: {
  lookupId: string;
  words: FormWords & Record<"submit" | "submitting", string>;
}) {
  const [state, submit] = useActionState(releaseAction, idle);
  return (
    <form action={submit}>
      <FormHead view={useFormView({ state, words })} title={words.errorSummary} />
      <input type="hidden" name="lookupId" value={lookupId} />
      <SubmitButton variant="text" pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
